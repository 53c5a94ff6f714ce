"""Where a link to a draft leads: the page as it would be, for whoever has the link, and kept by nobody."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from directory.link_secrets import by_secret
from directory.models import OfferPage
from directory.previewing.links import link_of
from directory.previewing.models import PreviewLink

_SHOWN_UNTIL = "_vejviser_preview_until"


@require_safe
@by_secret(link_of, "directory/previewing/expired.html")
def draft_by_link(request: HttpRequest, link: PreviewLink) -> HttpResponse:
    """The newest draft of an offer; what the site never shows, such as a secret address, it does not show here either."""
    draft = link.offer.specific.get_latest_revision_as_object()
    # Asked for under this address and not the page's own: nothing that keeps pages may take one for the other.
    request.is_preview = True
    setattr(request, _SHOWN_UNTIL, link.expires_on)
    return draft.serve_preview(request, draft.default_preview_mode).render()


def told_of_draft(request: HttpRequest, offer: OfferPage) -> dict[str, Any]:
    """What stands on a draft that is looked at by a link; nothing on any other page."""
    until = getattr(request, _SHOWN_UNTIL, None)
    return {"until": until} if until else {}
