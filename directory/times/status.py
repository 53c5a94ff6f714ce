"""What holds now, said so that it is sure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils.translation import gettext, gettext_noop

from directory.answers import Access
from directory.times.in_words import clock, day_word
from directory.times.schedule import Schedule

Kind = Literal[
    "day_and_night",
    "open",
    "under_way",
    "opens",
    "next",
    "closed_today",
    "closed",
    "call_first",
    "appointment",
    "unknown",
]

_SENTENCES: dict[Kind, str] = {
    "day_and_night": gettext_noop("Open now. They answer day and night."),
    "open": gettext_noop("Open now – closes at %(time)s"),
    "under_way": gettext_noop("Taking place now – until %(time)s"),
    "opens": gettext_noop("Opens %(day)s at %(time)s"),
    "next": gettext_noop("Next time: %(day)s at %(time)s"),
    "closed_today": gettext_noop("Closed today. Opens %(day)s at %(time)s"),
    "closed": gettext_noop("Closed for now"),
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
        return self.kind in {"day_and_night", "open", "under_way"}

    @property
    def is_closed(self) -> bool:
        """Whether one would come, or call, in vain today."""
        return self.kind in {"closed_today", "closed"}

    @property
    def is_next(self) -> bool:
        """Whether it says when people meet the next time, or that they do now."""
        return self.kind in {"next", "under_way"}

    @property
    def sentence(self) -> str:
        """The status in words, in the language of the page; the note is not in it."""
        times = "–".join(filter(None, (clock(self.at), clock(self.until))))
        return gettext(_SENTENCES[self.kind]) % {"day": day_word(self.at), "time": times}


def status_of(schedule: Schedule, now: datetime, access: str = Access.UNKNOWN, *, gathers: bool = False) -> Status:
    """What holds by the times; where nobody has told any, how one gets in says something.

    What gathers people at a time does not open and close: it takes place.
    """
    if not schedule.is_told:
        return _without_times(access)
    if gathers:
        return _gathering(schedule, now)
    current = schedule.current(now)
    if current:
        return Status("open", current.end)
    following = schedule.following(now)
    if following is None:
        return Status("unknown")
    today = now.date()
    closed_today = following.start.date() != today and schedule.is_closed_on(today)
    return Status("closed_today" if closed_today else "opens", following.start)


def _gathering(schedule: Schedule, now: datetime) -> Status:
    current = schedule.current(now)
    if current:
        return Status("under_way", current.end)
    following = schedule.following(now)
    return Status("next", following.start, until=following.end) if following else Status("unknown")


def _without_times(access: str) -> Status:
    match access:
        case Access.CALL_FIRST:
            return Status("call_first")
        case Access.BOOK | Access.REFERRAL | Access.ASSESSED:
            return Status("appointment")
    return Status("unknown")
