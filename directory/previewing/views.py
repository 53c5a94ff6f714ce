"""Where a link to a draft leads: the page as it would be, for whoever has the link, and kept by nobody."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.models import OfferPage
from directory.previewing.links import link_of
from directory.privacy_headers import hush

_SHOWN_UNTIL = "_vejviser_preview_until"


@require_safe
def draft_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The newest draft of an offer; what the site never shows, such as a secret address, it does not show here either."""
    link = link_of(secret, timezone.localdate())
    if link is None:
        return hush(render(request, "directory/previewing/expired.html", status=404))
    draft = link.offer.specific.get_latest_revision_as_object()
    # Asked for under this address and not the page's own: nothing that keeps pages may take one for the other.
    request.is_preview = True
    setattr(request, _SHOWN_UNTIL, link.expires_on)
    return hush(draft.serve_preview(request, draft.default_preview_mode).render())


def told_of_draft(request: HttpRequest, offer: OfferPage) -> dict[str, Any]:
    """What stands on a draft that is looked at by a link; nothing on any other page."""
    until = getattr(request, _SHOWN_UNTIL, None)
    return {"until": until} if until else {}
