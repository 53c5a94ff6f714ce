"""An offer as search engines and assistants read it (schema.org, JSON-LD): only what its page says to everybody."""

import json
from datetime import datetime, time

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from directory.answers import Answer, State
from directory.models import OfferPage
from directory.times.clock import local_now
from directory.times.rhythm import Rhythm
from directory.times.schedule import Meeting

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MAX_EVENTS = 3
#: As Django does it in `json_script`: nothing in a text can end the element it stands in.
_SAFE = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def linked_data(offer: OfferPage, organisation, address: str) -> SafeString:
    """The JSON for a page's head; empty for a page that search engines are asked to forget."""
    if offer.sensitive or offer.demonstration:
        return SafeString("")
    told = {
        "@context": "https://schema.org",
        "@graph": [_service(offer, organisation, address), *_events(offer, address)],
    }
    # Every text in it is escaped, and the element is one that no browser runs.
    return mark_safe(json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_SAFE))  # noqa: S308


def _service(offer: OfferPage, organisation, address: str) -> dict:
    told = {
        "@type": "Service",
        "@id": address,
        "name": offer.title,
        "description": offer.search_description or offer.teaser,
        "url": address,
        "provider": organisation and {"@type": "Organization", "name": organisation.title},
        "isAccessibleForFree": {Answer.YES: True, Answer.NO: False}.get(offer.free),
        "availableChannel": _channel(offer),
    }
    return _stated(told)


def _channel(offer: OfferPage) -> dict | None:
    phone = _stated({"@type": "ContactPoint", "telephone": offer.phone})
    told = _stated(
        {
            "@type": "ServiceChannel",
            "serviceLocation": _place(offer),
            "servicePhone": phone if offer.phone else None,
            "serviceUrl": offer.website,
        }
    )
    return told if len(told) > 1 else None


def _place(offer: OfferPage) -> dict | None:
    """The house, when everybody may know where it is."""
    place = offer.place
    if place is None or not place.is_public:
        return None
    address = _stated(
        {
            "@type": "PostalAddress",
            "streetAddress": place.street,
            "postalCode": place.postal_code,
            "addressLocality": place.city,
            "addressCountry": "DK",
        }
    )
    point = place.point if not place.approximate else None
    return _stated(
        {
            "@type": "Place",
            "name": place.name,
            "address": address,
            "geo": point and {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]},
            "openingHoursSpecification": _hours(offer),
        }
    )


def _hours(offer: OfferPage) -> list[dict]:
    """What is open every week; what is open in some weeks only cannot be said there."""
    if offer.state == State.CLOSED:
        return []
    return [
        _stated(
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": _DAYS[row.weekday],
                "opens": f"{row.opens:%H:%M}",
                "closes": f"{row.closes:%H:%M}",
                "validFrom": row.valid_from and row.valid_from.isoformat(),
                "validThrough": row.valid_to and row.valid_to.isoformat(),
            }
        )
        for row in offer.schedule.weekly
        if row.rhythm == Rhythm.WEEKLY
    ]


def _events(offer: OfferPage, address: str) -> list[dict]:
    """The next dated meetings."""
    today = local_now().date()
    ahead = [meeting for meeting in offer.schedule.sessions if meeting.day >= today]
    return [_event(offer, meeting, address) for meeting in ahead[:_MAX_EVENTS]]


def _event(offer: OfferPage, meeting: Meeting, address: str) -> dict:
    state = "EventCancelled" if meeting.cancelled else "EventScheduled"
    return _stated(
        {
            "@type": "Event",
            "name": meeting.topic or offer.title,
            "url": address,
            "startDate": _moment(meeting, meeting.starts),
            "endDate": meeting.ends and _moment(meeting, meeting.ends),
            "eventStatus": f"https://schema.org/{state}",
            "location": _place(offer),
        }
    )


def _moment(meeting: Meeting, clock: time) -> str:
    return timezone.make_aware(datetime.combine(meeting.day, clock)).isoformat()


def _stated(told: dict) -> dict:
    """What has been told; what nobody knows is left out."""
    return {name: value for name, value in told.items() if value not in (None, "", [], {})}
