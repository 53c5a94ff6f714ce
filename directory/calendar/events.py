"""What stands in a calendar: the meetings and opening hours of offers, as events with lasting names. Knows no format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.answers import State
from directory.models import OfferPage
from directory.offers.lines import where_line
from directory.sites.here import here
from directory.times.schedule import Schedule, days_from
from directory.times.span import Span

#: Meetings of the last days stand there too, so that a calendar does not lose what has just been.
_BEHIND = timedelta(days=30)
_AHEAD = timedelta(days=366)
#: Opening hours stand so many days ahead: a place that is open daily would fill a year.
DAYS_OF_HOURS = 28
#: From here sequence numbers are counted, in minutes: every publication has a higher one than the last.
_FIRST_SEQUENCE = datetime(2020, 1, 1, tzinfo=timezone.get_fixed_timezone(0))


@dataclass(frozen=True)
class CalendarEvent:
    """A time of an offer. `key` is the same for as long as the time lives, also when it is moved or called off."""

    key: str
    start: datetime  # by the clock on a Danish wall
    end: datetime
    title: str
    url: str
    where: str
    cancelled: bool
    sequence: int
    published: datetime


def events_of(offers: Iterable[OfferPage], request, today: date) -> list[CalendarEvent]:
    """Everything that these offers hold, in order."""
    found = [event for offer in offers for event in events_of_offer(offer, request, today)]
    return sorted(found, key=lambda event: (event.start, event.key))


def events_of_offer(offer: OfferPage, request, today: date) -> Iterator[CalendarEvent]:
    """The meetings of about a year, and the opening hours of the coming weeks; none where it is closed for now."""
    if offer.state == State.CLOSED:
        return
    schedule = offer.schedule
    for meeting in schedule.meetings.between(today - _BEHIND, today + _AHEAD):
        yield _event(offer, request, f"meeting-{offer.pk}-{meeting.key}", meeting.span())
    for day in days_from(today, DAYS_OF_HOURS):
        for span in hours_on(schedule, day):
            yield _event(offer, request, f"hours-{offer.pk}-{span.start:%Y%m%dT%H%M}", span)


def hours_on(schedule: Schedule, day: date) -> list[Span]:
    """The opening hours that surely begin on a day, meetings left out."""
    meetings = [meeting.span() for meeting in schedule.meetings.between(day, day)]
    return [span for span in schedule.listed_on(day) if span not in meetings]


def _event(offer: OfferPage, request, key: str, span: Span) -> CalendarEvent:
    published = offer.last_published_at or _FIRST_SEQUENCE
    # Somebody else may look into the calendar: what tells about a person's life is not in it.
    title = _("Appointment") if offer.sensitive else ": ".join(filter(None, [offer.title, span.note]))
    return CalendarEvent(
        key=key,
        start=span.start,
        end=span.end,
        title=title,
        url="" if offer.sensitive else request.build_absolute_uri(here(request).bare_url(offer)),
        where="" if offer.sensitive else _where(offer),
        cancelled=span.cancelled,
        sequence=max(0, int((published - _FIRST_SEQUENCE).total_seconds()) // 60),
        published=published,
    )


def _where(offer: OfferPage) -> str:
    """The address; nothing where it is secret or there is none."""
    return where_line(offer) if offer.place and offer.place.is_public else ""
