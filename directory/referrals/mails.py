"""The mails about a hand-over, as they are read: a reference, what happened, and a link. Never a word about the citizen."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.referrals.due import MailKind, goes_to_place
from directory.referrals.links import LINK_DAYS, secret_of_referral
from directory.referrals.models import Referral
from directory.reviewing.letters import root_of_site, with_lasting_id


@dataclass(frozen=True)
class ReferralLetter:
    """What a mail says: its subject with the reference, and what happened."""

    subject: str | Promise
    told: str | Promise
    #: Of a mail to a place: whether there is something to answer by a link.
    has_link: bool = True


_K = MailKind
LETTERS: dict[str, ReferralLetter] = {
    _K.ASK: ReferralLetter(
        _("A hand-over for you: %(reference)s"),
        _("Somebody who helps a citizen asks whether you can be there for them. What it is about stands behind the link."),
    ),
    _K.FIRST_REMINDER: ReferralLetter(
        _("Reminder: a hand-over waits for you: %(reference)s"),
        _("A week ago somebody handed a citizen's wish over to you. Nobody has answered yet."),
    ),
    _K.LAST_REMINDER: ReferralLetter(
        _("Last reminder: a hand-over waits for you: %(reference)s"),
        _("Three weeks ago somebody handed a citizen's wish over to you. Without an answer it ends after 30 days."),
    ),
    _K.NEW_LINK: ReferralLetter(
        _("A new link to the hand-over %(reference)s"), _("Somebody with your old link has asked for a new one.")
    ),
    _K.PLACE_WITHDRAWN: ReferralLetter(
        _("Taken back: the hand-over %(reference)s"),
        _("The hand-over was taken back. What was written in it is deleted. You need not do anything."),
        has_link=False,
    ),
    _K.PLACE_CANCELLED: ReferralLetter(
        _("Ended: the hand-over %(reference)s"),
        _(
            "The hand-over has ended: nobody told us in time what became of it, or the offer is not there any more. What was "
            "written in it is deleted."
        ),
        has_link=False,
    ),
    _K.TIMETABLE: ReferralLetter(
        _("Sent: your hand-over %(reference)s"),
        _(
            "The place is reminded after 5 and after 15 working days. Without an answer the hand-over ends after 30 days, and "
            "what you wrote is deleted. After six weeks we ask whether it began. What you wrote is deleted 30 days after the "
            "end, and after six months at the latest. From now on we write only when something changes."
        ),
    ),
    _K.NOT_TAKEN: ReferralLetter(
        _("Not delivered: your hand-over %(reference)s"),
        _("The place's address does not take our mail. Call the place instead, and take the hand-over back."),
    ),
    _K.DID_IT_BEGIN: ReferralLetter(
        _("Did it begin? Your hand-over %(reference)s"),
        _("The place said yes. Tell us on the page whether it began."),
    ),
    _K.RECEIVED: ReferralLetter(_("Yes: your hand-over %(reference)s"), _("The place has said yes.")),
    _K.STARTED: ReferralLetter(_("It has begun: your hand-over %(reference)s"), _("The place tells that it has begun.")),
    _K.NOT_STARTED: ReferralLetter(
        _("It did not begin: your hand-over %(reference)s"), _("The place tells that it did not begin.")
    ),
    _K.DECLINED: ReferralLetter(
        _("No: your hand-over %(reference)s"), _("The place has said no. Why, and whether it is only for now, stands on the page.")
    ),
    _K.CANCELLED: ReferralLetter(
        _("Ended: your hand-over %(reference)s"),
        _(
            "The hand-over has ended: nobody told us in time what became of it, or the offer is not there any more. What you "
            "wrote is deleted. Call the place, or choose another."
        ),
    ),
}  # fmt: skip


def written_mail(referral: Referral, kind: str, turn: int, today: date, *, form_is_shut: bool = False) -> EmailMessage:
    """A mail about a hand-over, with its link written down where it has one.

    `form_is_shut`: whether the place is told that nobody can hand over to it until it answers.
    """
    letter = LETTERS[kind]
    with translation.override(settings.LANGUAGE_CODE):
        told = {"letter": letter, "reference": referral.reference, "form_is_shut": form_is_shut}
        if goes_to_place(kind):
            to, template, told["url"] = referral.recipient, "place.txt", _place_url(referral, letter, today)
            told["last_day"] = today + timedelta(days=LINK_DAYS)
        else:
            to, template, told["url"] = referral.sender.email, "sender.txt", _sender_url(referral)
        body = render_to_string(f"directory/referrals/{template}", told)
        subject = str(letter.subject) % {"reference": referral.reference}
    mail = EmailMessage(subject, body, to=[to], headers={"Auto-Submitted": "auto-generated"})
    return with_lasting_id(mail, f"handover{referral.pk}.{kind}.{turn}")


def _place_url(referral: Referral, letter: ReferralLetter, today: date) -> str:
    if not letter.has_link:
        return ""
    return root_of_site(referral.offer) + reverse("referral_answer", args=[secret_of_referral(referral, today)])


def _sender_url(referral: Referral) -> str:
    """The hand-over on the site that it was sent from, where the sender is signed in."""
    site_of = referral.municipality or referral.offer
    root = root_of_site(site_of) if site_of else settings.WAGTAILADMIN_BASE_URL
    return root + reverse("referral", args=[referral.reference])
