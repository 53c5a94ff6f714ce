"""Facts of an offer in a line, as cards, pages and calendars show them."""

from django.utils.translation import gettext as _

from directory.answers import Answer
from directory.models import OfferPage


def where_line(offer: OfferPage) -> str:
    """Where it is, in a line; never the address of a place that hides it."""
    if offer.place is None:
        forms = [
            (offer.online, _("Online")),
            (offer.by_phone, _("By telephone")),
            (offer.comes_to_you, _("Comes to you")),
        ]
        return ", ".join(label for holds, label in forms if holds)
    if not offer.place.is_public:
        return _("The address is secret. Call, and you will be told where it is.")
    return ", ".join(part for part in (offer.place.street or offer.place.name, offer.place.town_line) if part)


def price_line(offer: OfferPage) -> str:
    """What it costs; nothing when nobody has told."""
    if offer.price_note:
        return offer.price_note
    return _("Free of charge") if offer.free == Answer.YES else ""
