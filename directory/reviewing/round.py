"""A round of asking: whoever is due gets one letter, once, whatever happens in between."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from directory.models import OfferPage
from directory.models.tree import branch_path
from directory.reviewing.due import letters_due
from directory.reviewing.letters import letter, offer_in_letter, with_lasting_id
from directory.reviewing.links import VALID_DAYS, new_secret
from directory.reviewing.models import AnswerLink, Letter, ReviewPlan, ReviewQuestion
from directory.reviewing.sending import send_once
from directory.reviewing.standings import close_what_is_known, plans, standings

logger = logging.getLogger(__name__)

#: Nobody is written to before this hour, in Danish time.
FIRST_HOUR = 8
#: So long it is kept who was written to, and what was asked.
KEPT_FOR = timedelta(days=730)


@dataclass(frozen=True)
class Planned:
    """A letter that is due, with the offers it is about."""

    recipient: str
    offers: tuple[OfferPage, ...]
    plan: ReviewPlan
    reminder: bool


def ask_when_due() -> None:
    """Ask whoever is due today, once the day has begun. Called every hour."""
    if timezone.localtime().hour >= FIRST_HOUR:
        ask(timezone.localdate())


def ask(today: date) -> int:
    """Send the letters that are due on a day, each in a transaction of its own; how many went out.

    A letter and what is remembered of it are written together: who is stopped in between has written neither, and begins
    again. A server that cannot be reached ends the round; an address that it does not take costs itself alone.
    """
    close_what_is_known(today)
    _forget(today)
    return sum(_send(planned, today) for planned in due_on(today))


def due_on(today: date, known: dict[str, ReviewPlan] | None = None) -> Iterator[Planned]:
    """The letters that are due on a day, by the plans that are switched on, or by these."""
    known = plans() if known is None else known
    due = letters_due(standings(known), today)
    keys = [standing.offer for together in due.values() for standing in together]
    offers = OfferPage.objects.select_related("place").in_bulk(keys)
    for together in due.values():
        about = tuple(offers[one.offer] for one in together)
        reminder = all(standing.letters for standing in together)
        yield Planned(together[0].recipient, about, known[branch_path(about[0])], reminder)


def preview(planned: Planned) -> EmailMessage:
    """The letter as it would be sent, with links that lead nowhere yet."""
    offers = [offer_in_letter(offer) for offer in planned.offers]
    return letter(planned.recipient, offers, planned.plan, reminder=planned.reminder)


def _send(planned: Planned, today: date) -> bool:
    def write() -> EmailMessage:
        row = Letter.objects.create(recipient=planned.recipient, written_on=today)
        return with_lasting_id(_written(planned, today), row.lasting_name)

    return send_once(write, lambda refused: _note_refused(planned, today, refused))


def _written(planned: Planned, today: date) -> EmailMessage:
    """The letter, with its questions and links written down."""
    offers = [
        offer_in_letter(offer, new_secret(_question(offer, planned.recipient, today), today))
        for offer in planned.offers
    ]
    return letter(planned.recipient, offers, planned.plan, reminder=planned.reminder)


def _question(offer: OfferPage, recipient: str, today: date) -> ReviewQuestion:
    """The open question about an offer, with one letter more."""
    question, _new = ReviewQuestion.objects.get_or_create(
        offer=offer, closed_on=None, defaults={"recipient": recipient, "asked_on": today}
    )
    question.letters, question.last_letter_on = question.letters + 1, today
    question.save(update_fields=["letters", "last_letter_on"])
    return question


def _note_refused(planned: Planned, today: date, refused: SMTPException) -> None:
    """Remember that an address takes no mail: the next try is the next reminder's."""
    logger.warning("An address did not take a letter (%s).", type(refused).__name__)
    with transaction.atomic():
        Letter.objects.create(recipient=planned.recipient, written_on=today, refused=type(refused).__name__)
        for offer in planned.offers:
            _question(offer, planned.recipient, today)


def _forget(today: date) -> None:
    """Delete what has been kept long enough."""
    AnswerLink.objects.filter(expires_on__lt=today - timedelta(days=VALID_DAYS)).delete()
    Letter.objects.filter(written_on__lt=today - KEPT_FOR).delete()
    ReviewQuestion.objects.filter(closed_on__lt=today - KEPT_FOR).delete()
