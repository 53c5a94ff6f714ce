"""Sending a hand-over and taking it back: what is kept of the form, under which key, and for whom."""

from typing import Any

from django.db import transaction

from directory.models import MunicipalityPage, OfferPage
from directory.referrals.models import Referral
from directory.referrals.moving import move, note_event
from directory.referrals.openness import address_of
from directory.referrals.states import Actor, ReferralState
from directory.referrals.words import seal


@transaction.atomic
def send_referral(
    offer: OfferPage, user: Any, words: dict[str, str], *, companion: bool, site_of: MunicipalityPage | None
) -> Referral:
    """Keep what was written, sealed; the mails follow by the clock."""
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


def withdraw_referral(referral: Referral, user: Any) -> None:
    """Take a hand-over back: what was written is deleted now, and the place is told."""
    move(referral, ReferralState.WITHDRAWN, Actor.WORKER, account=user.pk)


def tell_whether_it_began(referral: Referral, user: Any, *, began: bool) -> None:
    """Write down what the sender knows: whether it began."""
    state = ReferralState.STARTED if began else ReferralState.NOT_STARTED
    move(referral, state, Actor.WORKER, account=user.pk)
