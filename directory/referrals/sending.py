"""Sending a hand-over and taking it back: what is kept of the form, under which key, and for whom."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from directory.models import MunicipalityPage, OfferPage
from directory.referrals.models import Referral
from directory.referrals.moving import move, note_event
from directory.referrals.openness import address_of
from directory.referrals.states import Actor, ReferralState
from directory.referrals.words import KeyIsLost, seal, unseal

#: So many a sender hands over in a day: more is a slip, or somebody else with the account.
MAX_A_DAY = 30


class TooManyReferrals(Exception):
    """A sender has handed over as often as can be meant in a day; nothing was sent."""


@transaction.atomic
def send_referral(
    offer: OfferPage, user: Any, words: dict[str, str], *, companion: bool, site_of: MunicipalityPage | None
) -> Referral:
    """Keep what was written, sealed; the mails follow by the clock. What is sent twice in a day is kept once."""
    # One at a time: of two clicks the second finds what the first has sent.
    get_user_model().objects.select_for_update().get(pk=user.pk)
    of_today = Referral.objects.filter(sender=user, sent_on=timezone.localdate())
    for row in of_today.filter(offer_id=offer.pk, state=ReferralState.SENT):
        if _says(row, words):
            return row
    if of_today.count() >= MAX_A_DAY:
        raise TooManyReferrals
    referral = Referral.objects.create(
        offer_id=offer.pk,
        sender=user,
        municipality=site_of,
        recipient=address_of(offer),
        words=seal(words),
        companion=companion,
    )
    note_event(referral, Actor.WORKER, ReferralState.SENT, user.pk)
    return referral


def _says(referral: Referral, words: dict[str, str]) -> bool:
    try:
        return unseal(referral.words) == words
    except KeyIsLost:
        return False


def withdraw_referral(referral: Referral, user: Any) -> None:
    """Take a hand-over back: what was written is deleted now, and the place is told."""
    move(referral, ReferralState.WITHDRAWN, Actor.WORKER, account=user.pk)


def tell_whether_it_began(referral: Referral, user: Any, *, began: bool) -> None:
    """Write down what the sender knows: whether it began."""
    state = ReferralState.STARTED if began else ReferralState.NOT_STARTED
    move(referral, state, Actor.WORKER, account=user.pk)
