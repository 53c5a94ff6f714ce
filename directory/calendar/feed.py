"""What is new, changed or closed among the offers of a view, as an Atom feed."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from directory.models import OfferPage
from directory.sites.here import here

#: So many of the newest entries stand in a feed.
MAX_ENTRIES = 50


def newest(shown: QuerySet[OfferPage], closed: QuerySet[OfferPage]) -> list[OfferPage]:
    """The offers that were published or closed last, the newest first."""
    rows = [
        *shown.order_by("-last_published_at")[:MAX_ENTRIES],
        *closed.order_by("-latest_revision_created_at")[:MAX_ENTRIES],
    ]
    return sorted((row for row in rows if _changed(row)), key=_changed, reverse=True)[:MAX_ENTRIES]


def feed_of(offers: Iterable[OfferPage], request, name: str) -> str:
    """The feed in words, each entry with what happened to its offer."""
    address = request.build_absolute_uri()
    # The standard wants an author, of the feed or of each entry.
    feed = Atom1Feed(
        title=name,
        link=request.build_absolute_uri("/"),
        description="",
        feed_url=address,
        language="da",
        author_name=name,
    )
    for offer in offers:
        url = request.build_absolute_uri(here(request).bare_url(offer))
        feed.add_item(
            title=_("%(what)s: %(title)s") % {"what": _what(offer), "title": offer.title},
            link=url,
            unique_id=f"tag:{request.get_host().partition(':')[0]},2026:offer-{offer.pk}",
            description=offer.teaser,
            updateddate=_changed(offer),
            pubdate=offer.first_published_at,
        )
    return feed.writeString("utf-8")


def _changed(offer: OfferPage):
    return offer.last_published_at if offer.live else (offer.latest_revision_created_at or offer.last_published_at)


def _what(offer: OfferPage) -> str:
    if not offer.live:
        return _("Closed")
    return _("New") if offer.first_published_at == offer.last_published_at else _("Changed")
