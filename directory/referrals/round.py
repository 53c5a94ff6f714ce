"""The round of hand-overs: what is overdue ends, words go in time, and each mail goes out once, whatever happens in between."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils import timezone

from directory.asking.round import LAST_HOUR
from directory.referrals.due import MailKind, ReferralStanding, goes_to_place, mail_turns_due, waits_for_morning
from directory.referrals.keeping import WORDS_KEPT_FOR, keep_for_as_long_as_told
from directory.referrals.mails import LETTERS, written_mail
from directory.referrals.models import Referral, ReferralMail
from directory.referrals.openness import has_left_too_many_unanswered
from directory.referrals.states import OPEN_STATES
from directory.reviewing.round import FIRST_HOUR
from directory.reviewing.sending import send_once

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class DueMail:
    """A mail that is due about a hand-over."""

    referral: Referral
    kind: str
    turn: int


def do_the_round() -> None:
    """End, delete and write what is due now. Called every minute."""
    today = timezone.localdate()
    keep_for_as_long_as_told(today)
    write_about_referrals(today, by_day=FIRST_HOUR <= timezone.localtime().hour < LAST_HOUR)


def write_about_referrals(today: date, *, by_day: bool = True) -> int:
    """Send the mails that are due, each in a transaction of its own; how many went out.

    A mail and what is remembered of it are written together: who is stopped in between has written neither, and begins
    again. A server that cannot be reached ends the round; an address that it does not take costs itself alone.
    """
    return sum(_send(due, today) for due in mails_of_referrals(today) if by_day or not waits_for_morning(due.kind))


def mails_of_referrals(today: date) -> Iterator[DueMail]:
    """What is due on a day, of all hand-overs that are open or have ended of late."""
    of_late = Q(state__in=OPEN_STATES) | Q(closed_on__gte=today - WORDS_KEPT_FOR)
    # Offers have many columns: one is read when there is something to write about it.
    rows = Referral.objects.filter(of_late).select_related("sender")
    for referral in rows.prefetch_related("mails").order_by("pk"):
        for kind, turn in mail_turns_due(standing_of_referral(referral), today):
            if _has_address(referral, kind):
                yield DueMail(referral, kind, turn)


def standing_of_referral(referral: Referral) -> ReferralStanding:
    """Where a hand-over stands, by its row and the mails that were read with it."""
    mails = referral.mails.all()
    return ReferralStanding(
        referral.state,
        referral.changed_by,
        referral.sent_on,
        referral.link_asked_on,
        {(mail.kind, mail.turn): mail.written_on for mail in mails},
        any(mail.refused for mail in mails if mail.kind == MailKind.ASK),
    )


def _has_address(referral: Referral, kind: str) -> bool:
    """Whether there is anybody to write to: a sender whose account was closed is told nothing any more."""
    if goes_to_place(kind):
        return bool(referral.recipient and (referral.offer_id or not LETTERS[kind].has_link))
    return bool(referral.sender and referral.sender.is_active and referral.sender.email)


def _send(due: DueMail, today: date) -> bool:
    if (fresh := _as_it_stands(due, today)) is None:
        return False
    due = fresh

    def write() -> EmailMessage:
        _remember(due, today)
        offer = due.referral.offer
        shut = due.kind == MailKind.PLACE_CANCELLED and offer is not None and has_left_too_many_unanswered(offer)
        return written_mail(due.referral, due.kind, due.turn, today, form_is_shut=shut)

    return send_once(write, lambda refused: _note_not_taken(due, today, refused))


def _as_it_stands(due: DueMail, today: date) -> DueMail | None:
    """The same mail by the row of this moment: while others were sent, it may have been answered or taken back."""
    rows = Referral.objects.select_related("sender").prefetch_related("mails")
    referral = rows.filter(pk=due.referral.pk).first()
    if referral is None or (due.kind, due.turn) not in mail_turns_due(standing_of_referral(referral), today):
        return None
    return replace(due, referral=referral) if _has_address(referral, due.kind) else None


def _remember(due: DueMail, today: date, refused: str = "") -> None:
    ReferralMail.objects.create(referral=due.referral, kind=due.kind, turn=due.turn, written_on=today, refused=refused)


def _note_not_taken(due: DueMail, today: date, refused: SMTPException) -> None:
    """Remember that an address takes no mail: the sender is told, and nobody is reminded."""
    logger.warning("An address did not take a mail about a hand-over (%s).", type(refused).__name__)
    _remember(due, today, type(refused).__name__)
