"""The machine of a hand-over: its states, and which may follow which. Nothing here reads the clock or the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReferralState(models.TextChoices):
    """Where a hand-over stands. The first two are open, all others are its end."""

    SENT = "sent", pgettext_lazy("state of a hand-over", "Sent, not answered yet")
    RECEIVED = "received", pgettext_lazy("state of a hand-over", "The place has said yes")
    STARTED = "started", pgettext_lazy("state of a hand-over", "It has begun")
    NOT_STARTED = "not_started", pgettext_lazy("state of a hand-over", "It did not begin")
    DECLINED = "declined", pgettext_lazy("state of a hand-over", "The place has said no")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a hand-over", "Taken back")
    CANCELLED = "cancelled", pgettext_lazy("state of a hand-over", "Ended without an answer")


class DeclineReason(models.TextChoices):
    """Why a place says no, or why it did not begin."""

    NOT_NOW = "not_now", _("Not now, but ask again later")
    FULL = "full", _("We are full")
    OTHER_GROUP = "other_group", _("We are for others")
    TOO_FAR = "too_far", _("It is too far away")
    NOT_REACHED = "not_reached", _("We could not reach the citizen")
    OTHER = "other", pgettext_lazy("reason", "Something else")


class Actor(models.TextChoices):
    """Who changes a hand-over, or reads what is written in it."""

    WORKER = "worker", _("the sender")
    PLACE = "place", pgettext_lazy("who did it", "the place")
    CLOCK = "clock", _("nobody: the time was up")


_S = ReferralState
#: What may follow on each state. Nothing leads back, and nothing out of an end.
STEPS: dict[ReferralState, frozenset[ReferralState]] = {
    _S.SENT: frozenset((_S.RECEIVED, _S.DECLINED, _S.WITHDRAWN, _S.CANCELLED)),
    _S.RECEIVED: frozenset((_S.STARTED, _S.NOT_STARTED, _S.WITHDRAWN, _S.CANCELLED)),
} | {end: frozenset() for end in _S if end not in {_S.SENT, _S.RECEIVED}}
OPEN_STATES = tuple(state for state, after in STEPS.items() if after)
ENDS = tuple(state for state, after in STEPS.items() if not after)
#: Ends with which the citizen's words go at once.
FORGOTTEN_AT_ONCE = (_S.WITHDRAWN, _S.CANCELLED)
#: Who may lead a hand-over into a state.
MAY_LEAD: dict[ReferralState, frozenset[Actor]] = {
    _S.RECEIVED: frozenset((Actor.PLACE,)),
    _S.DECLINED: frozenset((Actor.PLACE,)),
    _S.STARTED: frozenset((Actor.PLACE, Actor.WORKER)),
    _S.NOT_STARTED: frozenset((Actor.PLACE, Actor.WORKER)),
    _S.WITHDRAWN: frozenset((Actor.WORKER,)),
    _S.CANCELLED: frozenset((Actor.CLOCK,)),
}


class NotAStep(Exception):
    """A hand-over cannot become that from where it stands, or not by whoever asks; nothing was changed."""


def check_step(before: str, after: str, actor: str) -> None:
    """Refuse what is no step of the machine."""
    if after not in STEPS[ReferralState(before)] or actor not in MAY_LEAD[ReferralState(after)]:
        raise NotAStep(f"{before} -> {after} by {actor}")
