"""The mail of a campaign, as it is read: who asks, why, until when, and one link for each offer of the recipient."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from directory.asking.models import Campaign
from directory.models import OfferPage
from directory.reviewing.letters import root_of_site

#: In a preview there is no secret yet.
_NO_SECRET = "x" * 43


@dataclass(frozen=True)
class OfferToAnswer:
    """An offer in a mail: its title, where to answer, and where to say that no more letters are wanted."""

    title: str
    answer: str
    stop: str


def offer_to_answer(offer: OfferPage, secret: str = _NO_SECRET) -> OfferToAnswer:
    """An offer as the mail tells of it."""
    root = root_of_site(offer)
    return OfferToAnswer(
        offer.title,
        root + reverse("reply", args=[secret]),
        root + reverse("no_questions", args=[secret]),
    )


def campaign_mail(
    campaign: Campaign, recipient: str, offers: Iterable[OfferToAnswer], *, reminder: bool
) -> EmailMessage:
    """The mail to one recipient about all offers of theirs."""
    told = {"campaign": campaign, "offers": list(offers), "reminder": reminder}
    with translation.override(settings.LANGUAGE_CODE):
        body = render_to_string("directory/asking/letter.txt", told)
        subject = " ".join(campaign.question.split())
        if reminder:
            subject = gettext("Reminder: %(subject)s") % {"subject": subject}
    headers = {"Auto-Submitted": "auto-generated", "List-Unsubscribe": f"<{told['offers'][0].stop}>"}
    return EmailMessage(subject, body, to=[recipient], reply_to=[campaign.reply_to], headers=headers)
