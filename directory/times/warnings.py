"""What may be right about times and is worth an editor's look."""

from datetime import date

from django.utils.translation import gettext as _

from directory.times.hours import WeeklyHours
from directory.times.public_holidays import OnHolidays
from directory.times.schedule import Schedule, days_from
from directory.times.sentences import hours_in_words, series_in_words

#: Rhythms, seasons and months come round within this many days.
_LOOKED_AT = 400


def worth_a_look(
    schedule: Schedule, today: date, starts: date | None = None, deadline: date | None = None
) -> list[str]:
    """Holidays without an answer, hours in doubt, what never happens again, and a course to sign up for after its start."""
    found = []
    if schedule.weekly and schedule.on_holidays.answer == OnHolidays.UNKNOWN:
        found.append(_("Nobody has told whether it is open on public holidays. On them the page says: call first."))
    if schedule.is_in_doubt:
        found.append(_("A note or the season makes some hours unsure. They are shown, and never as “open now”."))
    if starts and deadline and deadline > starts:
        found.append(_("The last day to sign up is after the first day."))
    return [*found, *_never_again(schedule, today)]


def _never_again(schedule: Schedule, today: date) -> list[str]:
    over = hours_in_words(row for row in schedule.weekly if not _comes(row, today))
    meetings = schedule.meetings
    series = [row for row in schedule.sessions if row.rule and not any(True for _day in row.days_from(today))]
    told = [*over, *(series_in_words(row, meetings, today) for row in series)]
    return [_("This never happens from today on: %(what)s.") % {"what": what} for what in told]


def _comes(row: WeeklyHours, today: date) -> bool:
    """Whether hours hold on a day from today on, or from when they are valid."""
    first = max(filter(None, (today, row.valid_from)))
    return any(row.may_hold_on(day) for day in days_from(first, _LOOKED_AT))
