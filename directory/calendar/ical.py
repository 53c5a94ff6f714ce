"""Events as iCalendar (RFC 5545). Nothing here asks the database."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, Timezone
from icalendar.enums import STATUS, TRANSP

from directory.calendar.events import CalendarEvent
from directory.times.clock import DENMARK

CONTENT_TYPE = "text/calendar; charset=utf-8"
#: How often a calendar that subscribes may ask again.
REFRESH = timedelta(hours=1)
#: Danish time by its rules, as all programs know them: some read no lists of single days, which a library would write.
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def calendar_of(events: Iterable[CalendarEvent], name: str, address: str, *, remind: bool = False) -> bytes:
    """A calendar with these events, read at an address; one without any is valid too. A reminder comes the day before."""
    host = urlsplit(address).hostname or ""
    # The name of the calendar is the same each time it is read. The library also writes what older programs read of it.
    made = Calendar.new(
        prodid="-//Vejviser//DA", name=name, refresh_interval=REFRESH, uid=uuid5(NAMESPACE_URL, address)
    )
    made["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"  # has no type of its own, so the standard wants it said
    made.add("X-WR-TIMEZONE", DENMARK.key)
    made.add_component(Timezone.from_ical(_ZONE))
    for event in events:
        if _in_denmark(event.start) == _in_denmark(event.end):
            continue  # It lies in the hour that the clocks skip in spring.
        made.add_component(_component(event, host, remind=remind))
    return made.to_ical()


def _component(event: CalendarEvent, host: str, *, remind: bool) -> Event:
    made = Event.new(
        uid=f"{event.key}@{host}",
        stamp=event.published,
        last_modified=event.published,
        sequence=event.sequence,
        start=_in_denmark(event.start),
        end=_in_denmark(event.end),
        summary=event.title,
        status=STATUS.CANCELLED if event.cancelled else STATUS.CONFIRMED,
        # That a place is open makes nobody busy.
        transparency=TRANSP.TRANSPARENT,
        url=event.url or None,
        location=event.where or None,
    )
    if remind and not event.cancelled:
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", event.title)
        alarm.add("TRIGGER", timedelta(days=-1))
        made.add_component(alarm)
    return made


def _in_denmark(moment: datetime) -> datetime:
    """The moment that a Danish wall clock shows; one that the clocks skip in spring is the one to which they are put forward."""
    told = moment.replace(tzinfo=DENMARK)
    shown = told.astimezone(UTC).astimezone(DENMARK)
    return told if shown.hour == told.hour else shown.replace(minute=0)
