"""What holds now, said so that it is sure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from django.utils.translation import gettext, gettext_noop

from directory.answers import Access
from directory.times.in_words import clock, closing_clock, day_word
from directory.times.public_holidays import holiday_name
from directory.times.schedule import Schedule, days_from

Kind = Literal[
    "day_and_night", "round_the_clock", "open", "under_way", "opens", "next", "closed_today", "closed", "ended", "holiday",
    "in_doubt", "call_first", "appointment", "unknown",
]  # fmt: skip

_SENTENCES: dict[Kind, str] = {
    "day_and_night": gettext_noop("Open now. They answer day and night."),
    "round_the_clock": gettext_noop("Open now – day and night"),
    "open": gettext_noop("Open now – closes at %(time)s"),
    "under_way": gettext_noop("Taking place now – until %(time)s"),
    "opens": gettext_noop("Opens %(day)s at %(time)s"),
    "next": gettext_noop("Next time: %(day)s at %(time)s"),
    "closed_today": gettext_noop("Closed today. Opens %(day)s at %(time)s"),
    "closed": gettext_noop("Closed for now"),
    "ended": gettext_noop("This has ended"),
    "holiday": gettext_noop("Today is a holiday. We do not know whether they are open. Call first."),
    "in_doubt": gettext_noop("The times change. Call first."),
    "call_first": gettext_noop("Call first – there is not always somebody"),
    "appointment": gettext_noop("Only by appointment"),
    "unknown": gettext_noop("We do not know the times yet."),
}


@dataclass(frozen=True, slots=True)
class Status:
    """What to say about now. `at` is when it closes or opens, if that is known; `note` is the owner's own words.

    `until` is when the next time ends, of what people gather for.
    """

    kind: Kind
    at: datetime | None = None
    note: str = ""
    until: datetime | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is something to say."""
        return self.kind != "unknown"

    @property
    def is_open(self) -> bool:
        """Whether it is sure that one can come, or call, now."""
        return self.kind in {"day_and_night", "round_the_clock", "open", "under_way"}

    @property
    def is_closed(self) -> bool:
        """Whether one would come, or call, in vain today."""
        return self.kind in {"closed_today", "closed", "ended"}

    @property
    def is_next(self) -> bool:
        """Whether it says when people meet the next time, or that they do now."""
        return self.kind in {"next", "under_way"}

    @property
    def sentence(self) -> str:
        """The status in words, in the language of the page; the note is not in it."""
        at = closing_clock(self.at) if self.kind in {"open", "under_way"} else clock(self.at)
        times = "–".join(filter(None, (at, clock(self.until))))
        return gettext(_SENTENCES[self.kind]) % {"day": day_word(self.at), "time": times}


def status_of(schedule: Schedule, now: datetime, access: str = Access.UNKNOWN, *, gathers: bool = False) -> Status:
    """What holds by the times; where nobody has told any, how one gets in says something.

    What gathers people at a time does not open and close: it takes place.
    """
    if not schedule.is_told:
        return _without_times(access)
    status = _by_times(schedule, now)
    return _gathering(status, schedule, now) if gathers else status


def _by_times(schedule: Schedule, now: datetime) -> Status:
    current = schedule.current(now)
    if current and schedule.is_unbroken(current, now):
        return Status("round_the_clock")
    if current:
        return Status("open", current.end)
    return _in_doubt(schedule, now) or _not_open(schedule, now)


def _in_doubt(schedule: Schedule, now: datetime) -> Status | None:
    """Doubt wins over the next time that is sure, while the unsure one is on or, on a holiday, still to come."""
    today = now.date()
    perhaps = [span for day in days_from(today - timedelta(days=1), 2) for span in schedule.perhaps_on(day)]
    if schedule.is_unsure_holiday(today) and any(now < span.end for span in perhaps):
        return Status("holiday", note=holiday_name(today))
    return Status("in_doubt") if any(now in span for span in perhaps) else None


def _not_open(schedule: Schedule, now: datetime) -> Status:
    today, following = now.date(), schedule.following(now)
    exception = schedule.exception_on(today)
    note = exception.note if exception and exception.closed else ""
    if following is None:
        if schedule.is_closed_on(today):
            return Status("closed", note=note)
        return Status("in_doubt" if schedule.is_in_doubt else "unknown")
    if following.start.date() != today and schedule.is_closed_on(today):
        return Status("closed_today", following.start, note)
    return Status("opens", following.start)


def _gathering(status: Status, schedule: Schedule, now: datetime) -> Status:
    """What is open takes place, and what opens comes next, until an hour."""
    match status.kind:
        case "open":
            return replace(status, kind="under_way")
        case "opens" | "closed_today":
            following = schedule.following(now)
            return Status("next", status.at, until=following.end if following else None)
    return status


def _without_times(access: str) -> Status:
    match access:
        case Access.CALL_FIRST:
            return Status("call_first")
        case Access.BOOK | Access.REFERRAL | Access.ASSESSED:
            return Status("appointment")
    return Status("unknown")
