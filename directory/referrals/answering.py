"""What an answer of a place does, and what it reads: by a button each, never by looking at a link."""

from dataclasses import dataclass

from django.utils import timezone

from directory.referrals.forms import AnswerForm
from directory.referrals.models import Referral, ReferralEvent
from directory.referrals.moving import move, note_event
from directory.referrals.states import Actor, ReferralState
from directory.referrals.words import KeyIsLost, keys_are_set, seal, unseal

_ANSWERS = {
    AnswerForm.YES: ReferralState.RECEIVED,
    AnswerForm.NO: ReferralState.DECLINED,
    AnswerForm.STARTED: ReferralState.STARTED,
    AnswerForm.NOT_STARTED: ReferralState.NOT_STARTED,
}
_WITH_REASON = {ReferralState.DECLINED, ReferralState.NOT_STARTED}


@dataclass(frozen=True)
class ReadWords:
    """What somebody reads of a hand-over; nothing where it is deleted, and `is_lost` where no key reads it."""

    called: str = ""
    reach: str = ""
    wish: str = ""
    contact: str = ""
    line: str = ""
    is_lost: bool = False

    def __bool__(self) -> bool:
        return bool(self.wish)


def read_words(referral: Referral, actor: Actor, account: int | None = None) -> ReadWords:
    """What was written, for the sender or the place; that it was read is written down."""
    if not referral.words:
        return ReadWords()
    note_event(referral, actor, ReferralEvent.READ, account)
    try:
        return ReadWords(**unseal(referral.words), **unseal(referral.line))
    except KeyIsLost:
        return ReadWords(is_lost=True)


def answer_of_place(referral: Referral, form: AnswerForm) -> None:
    """Take what the place answers. Its line is kept under the key, since it may tell of the citizen."""
    told = form.cleaned_data
    state = _ANSWERS[told["what"]]
    more = {"reason": told["reason"] if state in _WITH_REASON else ""}
    # Without a key the answer stands all the same.
    if told["line"] and keys_are_set():
        more["line"] = seal({"line": told["line"]})
    move(referral, state, Actor.PLACE, **more)


def ask_for_new_link(referral: Referral) -> None:
    """Let the next round write a new link to the same address: once a day, however often it is asked for."""
    if referral.is_open and referral.recipient:
        Referral.objects.filter(pk=referral.pk).update(link_asked_on=timezone.localdate())
