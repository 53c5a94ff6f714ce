"""Changing a hand-over: one step of the machine, with its row of what happened, together or not at all."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from directory.referrals.models import Referral, ReferralEvent
from directory.referrals.states import ENDS, FORGOTTEN_AT_ONCE, Actor, NotAStep, check_step


@transaction.atomic
def move(referral: Referral, state: str, actor: Actor, *, account: int | None = None, **more: Any) -> None:
    """Lead a hand-over into a state; `more` are fields that change with it. What is no step from where it stands is refused.

    Of two who do it at once the second is refused: the row is asked for the state that was seen.
    """
    check_step(referral.state, state, actor)
    today = timezone.localdate()
    changes = {"state": state, "changed_by": actor, **more}
    if actor == Actor.PLACE and referral.answered_on is None:
        changes["answered_on"] = today
    if state in ENDS:
        changes["closed_on"] = today
    if state in FORGOTTEN_AT_ONCE:
        changes |= {"words": "", "line": "", "companion": False}
    if not Referral.objects.filter(pk=referral.pk, state=referral.state).update(**changes):
        raise NotAStep("Somebody else was first.")
    note_event(referral, actor, state, account)
    for field, value in changes.items():
        setattr(referral, field, value)


def note_event(referral: Referral, actor: Actor, what: str, account: int | None = None) -> None:
    """Write down that something happened with a hand-over."""
    ReferralEvent.objects.create(reference=referral.reference, actor=actor, what=what, account=account)
