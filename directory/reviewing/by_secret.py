"""Views behind the links of letters: each address bears a secret, and whoever has it may answer what it stands for."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from directory.privacy_headers import hush

_View = Callable[..., HttpResponse]


def by_secret(find: Callable[[str, date], Any]) -> Callable[[_View], _View]:
    """Makes views of what `find` knows by a secret on a day; 404 for a secret that nobody has, or that is too old."""

    def of_secret(view: _View) -> _View:
        # The secret is what Django's token would be: nobody else can have it.
        @csrf_exempt
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def answered(request, secret, **more):
            found = find(secret, timezone.localdate())
            if found is None:
                return hush(render(request, "directory/reviewing/expired.html", status=404))
            return hush(view(request, found, **more))

        return answered

    return of_secret
