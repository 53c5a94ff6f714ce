"""Secrets in links: made by chance, kept as fingerprints. Whoever has one may see or answer what it stands for, and nothing else."""

import hashlib
import secrets
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


def drawn_secret() -> str:
    """A secret that nobody can guess; nobody can read it anywhere either, once it is sent."""
    return secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    """What is kept of a secret: nobody can find the secret by it."""
    # By chance and long: a keyed fingerprint would add nothing.
    return hashlib.sha256(secret.encode()).hexdigest()


def by_secret(find: Callable[[str, date], Any], too_old: str) -> Callable[[_View], _View]:
    """Makes views of what `find` knows by the secret in an address on a day.

    A secret that nobody has, or has no more, gets the page of the template `too_old`, with 404.
    """

    def of_secret(view: _View) -> _View:
        # The secret is what Django's token would be: nobody else can have it.
        @csrf_exempt
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def answered(request, secret, **more):
            found = find(secret, timezone.localdate())
            if found is None:
                return hush(render(request, too_old, status=404))
            return hush(view(request, found, **more))

        return answered

    return of_secret
