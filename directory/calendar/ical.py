"""Events as iCalendar (RFC 5545). Nothing here asks the database."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event
from icalendar.enums import STATUS, TRANSP

from directory.calendar.events import CalendarEvent

CONTENT_TYPE = "text/calendar; charset=utf-8"
_DENMARK = ZoneInfo("Europe/Copenhagen")
#: How often a calendar that subscribes may ask again.
REFRESH = timedelta(hours=1)
#: For so long the rules of the time zone are told.
_ZONE_FROM, _ZONE_TO = date(2020, 1, 1), date(2038, 1, 1)


def calendar_of(events: Iterable[CalendarEvent], name: str, host: str, *, remind: bool = False) -> bytes:
    """A calendar with these events; one without any is valid too. A reminder comes the day before."""
    made = Calendar.new(prodid="-//Vejviser//DA", name=name, refresh_interval=REFRESH)
    # What most programs read instead of the names of the newer standard.
    made.add("X-WR-CALNAME", name)
    made.add("X-WR-TIMEZONE", _DENMARK.key)
    for event in events:
        made.add_component(_component(event, host, remind=remind))
    made.add_missing_timezones(_ZONE_FROM, _ZONE_TO)
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
    return moment.replace(tzinfo=_DENMARK)
