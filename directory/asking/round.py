"""A round of a campaign's mails: each recipient gets the question once and one reminder, whatever happens in between."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import timezone

from directory.asking.letters import campaign_mail, offer_to_answer
from directory.asking.links import secret_to_reply
from directory.asking.models import AskedOffer, Campaign, CampaignLetter
from directory.reviewing.letters import with_lasting_id
from directory.reviewing.models import recipient_key
from directory.reviewing.round import FIRST_HOUR
from directory.reviewing.sending import send_once
from directory.reviewing.standings import declined_addresses

logger = logging.getLogger(__name__)

#: From this hour on nobody is written to, in Danish time: the mail waits for the morning.
LAST_HOUR = 21
_FIRST, _REMINDER = CampaignLetter.Turn.FIRST, CampaignLetter.Turn.REMINDER


@dataclass(frozen=True)
class PlannedMail:
    """A mail that is due, with what it asks about."""

    campaign: Campaign
    turn: CampaignLetter.Turn
    recipient: str
    asked: tuple[AskedOffer, ...]


def write_when_due() -> None:
    """Write what is due, in the hours in which people are written to. Called every minute."""
    if FIRST_HOUR <= timezone.localtime().hour < LAST_HOUR:
        write_letters(timezone.localdate())


def write_letters(today: date) -> int:
    """Send the mails that are due on a day, each in a transaction of its own; how many went out.

    A mail and what is remembered of it are written together: who is stopped in between has written neither, and begins
    again. A server that cannot be reached ends the round; an address that it does not take costs itself alone.
    """
    return sum(_send(planned, today) for planned in mails_due(today))


def mails_due(today: date) -> Iterator[PlannedMail]:
    """What is due on a day, of all campaigns that take answers then."""
    under_way = Campaign.objects.filter(sent_at__isnull=False, stopped_at=None, last_day__gte=today)
    declined: frozenset[str] | None = None
    for campaign in under_way.select_related("municipality"):
        declined = declined_addresses() if declined is None else declined
        yield from _of_campaign(campaign, today, declined)


def _of_campaign(campaign: Campaign, today: date, declined: frozenset[str]) -> Iterator[PlannedMail]:
    silent = campaign.asked.filter(replied_at=None).exclude(recipient="").select_related("offer")
    together: dict[str, list[AskedOffer]] = {}
    for asked in silent:
        together.setdefault(asked.recipient.casefold(), []).append(asked)
    written = {(row.recipient, row.turn): row for row in campaign.letters.all()}
    for recipient, about in together.items():
        turn = _turn_due(campaign, today, written.get((recipient, _FIRST)))
        if turn and (recipient, turn) not in written and recipient not in declined:
            yield PlannedMail(campaign, turn, recipient, tuple(about))


def _turn_due(campaign: Campaign, today: date, first: CampaignLetter | None) -> CampaignLetter.Turn | None:
    """Which mail a recipient is to get: a reminder comes on its day, never on that of the first mail."""
    if first is None:
        return _FIRST
    is_day = campaign.remind_on is not None and campaign.remind_on <= today and first.written_on < today
    return _REMINDER if is_day and not first.refused else None


def _send(planned: PlannedMail, today: date) -> bool:
    def write() -> EmailMessage:
        row = _letter(planned, today)
        name = f"ask{planned.campaign.pk}.{planned.turn}.{recipient_key(row.recipient)}"
        return with_lasting_id(_written(planned), name)

    return send_once(write, lambda refused: _note_refused(planned, today, refused))


def _letter(planned: PlannedMail, today: date, refused: str = "") -> CampaignLetter:
    return CampaignLetter.objects.create(
        campaign=planned.campaign,
        recipient=planned.recipient,
        turn=planned.turn,
        written_on=today,
        refused=refused,
    )


def _written(planned: PlannedMail) -> EmailMessage:
    """The mail, with its links written down."""
    offers = [offer_to_answer(asked.offer, secret_to_reply(asked)) for asked in planned.asked]
    address = planned.asked[0].recipient
    return campaign_mail(planned.campaign, address, offers, reminder=planned.turn == _REMINDER)


def _note_refused(planned: PlannedMail, today: date, refused: SMTPException) -> None:
    """Remember that an address takes no mail: its place stands among those to call."""
    logger.warning("An address did not take a question (%s).", type(refused).__name__)
    _letter(planned, today, type(refused).__name__)
