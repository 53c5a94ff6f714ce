"""What a list shows of an offer itself: the same for everybody who reads its language, for a minute."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language

from directory.answers import Access
from directory.models import OfferPage
from directory.offers.audience import audience_line
from directory.offers.freshness import Freshness, freshness
from directory.offers.lines import price_line, where_line
from directory.offers.responsible import change_ahead
from directory.times.status import Status

#: Faces of one offer that are kept: a minute of both languages, and what is left of the minute before.
_MAX_FACES = 4


@dataclass(frozen=True, slots=True)
class Face:
    """A line of words for each fact, empty where nobody has told, and what holds now."""

    where: str
    audience: str
    access: str
    price: str
    status: Status
    freshness: Freshness
    next_day: date | None
    change: str = ""


def face(offer: OfferPage, now: datetime) -> Face:
    """The face of an offer in the language of the page, kept with the offers that `shown_offers` keeps."""
    faces: dict | None = getattr(offer, "kept_faces", None)
    if faces is None:
        return _made(offer, now)
    key = get_language(), now.replace(second=0, microsecond=0)
    if key not in faces:
        if len(faces) >= _MAX_FACES:
            faces.clear()
        faces[key] = _made(offer, now)
    return faces[key]


def _made(offer: OfferPage, now: datetime) -> Face:
    status, schedule = offer.status_at(now), offer.schedule
    return Face(
        where=where_line(offer),
        audience=audience_line(offer),
        access="" if offer.access == Access.UNKNOWN else offer.get_access_display(),
        price=price_line(offer),
        status=status,
        freshness=freshness(offer),
        next_day=None if status.is_next else schedule.next_meeting_day(now.date()),
        change=change_ahead(offer, now.date()),
    )
