"""The short address by which people find a site's accessibility statement."""

from django.http import Http404
from django.shortcuts import redirect

from directory.models import TextPage
from directory.presenting.frame import settings_of, text_urls


def statement(request):
    """Lead to the official statement, or to what the site itself says about it."""
    target = settings_of(request).was_url or text_urls(request).get(TextPage.Role.ACCESSIBILITY)
    if not target:
        raise Http404
    return redirect(target)
