"""Which mails a hand-over is due on a day. Plain values in, plain values out: nothing here reads the clock or the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from directory.referrals.states import Actor, ReferralState
from directory.times.working_days import working_day_after

#: Working days after which a place that has not answered is reminded.
REMINDED_AFTER = (5, 15)
#: After so many days without an answer a hand-over ends.
UNANSWERED_AFTER = timedelta(days=30)
#: So long after it was sent the sender is asked whether it began.
ASKED_AFTER = timedelta(weeks=6)


class MailKind(TextChoices):
    """The mails about a hand-over. Those to the sender of a new state have its name."""

    ASK = "ask"
    FIRST_REMINDER = "first_reminder"
    LAST_REMINDER = "last_reminder"
    NEW_LINK = "new_link"
    PLACE_WITHDRAWN = "place_withdrawn"
    PLACE_CANCELLED = "place_cancelled"
    TIMETABLE = "timetable"
    NOT_TAKEN = "not_taken"
    DID_IT_BEGIN = "did_it_begin"
    RECEIVED = "received"
    STARTED = "started"
    NOT_STARTED = "not_started"
    DECLINED = "declined"
    CANCELLED = "cancelled"


#: A kind, with the day of a new link as a number, or 0.
Turn = tuple[str, int]
_REMINDERS = (MailKind.LAST_REMINDER, MailKind.FIRST_REMINDER)
_TO_PLACE = frozenset(
    (MailKind.ASK, *_REMINDERS, MailKind.NEW_LINK, MailKind.PLACE_WITHDRAWN, MailKind.PLACE_CANCELLED)
)


def goes_to_place(kind: str) -> bool:
    """Whether a mail goes to the place, and not to the sender."""
    return kind in _TO_PLACE


def waits_for_morning(kind: str) -> bool:
    """Whether a mail waits for the hours in which people are written to: what nobody has just asked for."""
    return kind in {*_REMINDERS, MailKind.DID_IT_BEGIN, MailKind.CANCELLED, MailKind.PLACE_CANCELLED}


@dataclass(frozen=True, slots=True)
class ReferralStanding:
    """Where a hand-over stands, and which mails about it were written, by turn with the day."""

    state: str
    changed_by: str
    sent_on: date
    link_asked_on: date | None = None
    written: dict[Turn, date] | None = None
    #: Whether the place's address did not take the first mail.
    is_refused: bool = False

    def has(self, kind: str, turn: int = 0) -> bool:
        """Whether a mail was written."""
        return (kind, turn) in (self.written or {})


def mail_turns_due(standing: ReferralStanding, today: date) -> list[Turn]:
    """The mails that are due on a day and were not written yet."""
    kinds = [(kind, 0) for kind in _kinds(standing, today)] + list(_new_link(standing))
    return [turn for turn in kinds if not standing.has(*turn)]


def _kinds(standing: ReferralStanding, today: date) -> Iterator[MailKind]:
    if standing.state == ReferralState.SENT:
        yield MailKind.ASK
        yield MailKind.TIMETABLE
        if standing.is_refused:
            yield MailKind.NOT_TAKEN
        else:
            yield from _reminder(standing, today)
    elif standing.changed_by != Actor.WORKER:
        yield MailKind(standing.state)
    if standing.state == ReferralState.RECEIVED and today >= standing.sent_on + ASKED_AFTER:
        yield MailKind.DID_IT_BEGIN
    # Whoever never heard of it need not hear that it is over.
    if standing.has(MailKind.ASK) and not standing.is_refused:
        yield from _ending(standing)


def _reminder(standing: ReferralStanding, today: date) -> Iterator[MailKind]:
    """The latest that is due: one that was missed while no worker ran is not made up for, and none follows on the same day."""
    if not standing.has(MailKind.ASK) or max((standing.written or {}).values()) >= today:
        return
    for kind, days in zip(_REMINDERS, reversed(REMINDED_AFTER), strict=True):
        if today >= working_day_after(standing.sent_on, days):
            yield kind
            return


def _ending(standing: ReferralStanding) -> Iterator[MailKind]:
    if standing.state == ReferralState.WITHDRAWN:
        yield MailKind.PLACE_WITHDRAWN
    elif standing.state == ReferralState.CANCELLED:
        yield MailKind.PLACE_CANCELLED


def _new_link(standing: ReferralStanding) -> Iterator[Turn]:
    asked = standing.link_asked_on
    if asked and standing.state in {ReferralState.SENT, ReferralState.RECEIVED}:
        yield MailKind.NEW_LINK, asked.toordinal()
