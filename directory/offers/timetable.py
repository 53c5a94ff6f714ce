"""What a house or a site holds: the times of its offers side by side."""

from collections.abc import Iterable

from directory.models import OfferPage
from directory.times.timetable import Timetable


def timetable(offers: Iterable[OfferPage]) -> Timetable[OfferPage]:
    """The times of these offers; at the same time they stand by name."""
    named = sorted(offers, key=lambda offer: offer.title)
    return Timetable(tuple((offer, offer.schedule) for offer in named))
