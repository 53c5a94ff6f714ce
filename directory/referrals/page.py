"""What the pages of a hand-over show: the form with its warnings, the sender's view, and what a place sees by its link."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.answers import State
from directory.models import OfferPage
from directory.referrals.answering import ReadWords
from directory.referrals.due import ASKED_AFTER, REMINDED_AFTER, UNANSWERED_AFTER
from directory.referrals.forms import AnswerForm, ReferralForm
from directory.referrals.links import FoundLink
from directory.referrals.models import Referral
from directory.referrals.openness import why_shut
from directory.referrals.states import ReferralState
from directory.sites.here import here
from directory.times.working_days import working_day_after


@dataclass(frozen=True)
class ReferralTimetable:
    """The days on which something happens with a hand-over that nobody answers."""

    reminders: tuple[date, date]
    ends: date
    asked: date


def timetable_of(referral: Referral) -> ReferralTimetable:
    """What the sender is told once, when it is sent."""
    first, last = (working_day_after(referral.sent_on, days) for days in REMINDED_AFTER)
    return ReferralTimetable((first, last), referral.sent_on + UNANSWERED_AFTER, referral.sent_on + ASKED_AFTER)


def warnings_before(offer: OfferPage) -> list[str]:
    """What one should know before handing over: that there is no room, or that it is closed."""
    told = []
    apart = offer.schedule.exception_on(timezone.localdate())
    if offer.state == State.CLOSED or (apart and apart.closed):
        told.append(_("It is closed for now."))
    elif offer.state == State.FULL or (offer.free_places == 0 and offer.places_are_fresh):
        told.append(_("It is full right now."))
    if told and offer.state_note:
        told.append(offer.state_note)
    return told


def referral_form_page(request, offer: OfferPage, form: ReferralForm) -> dict:
    """The form, or why there is none."""
    return {
        "offer": offer,
        "offer_url": here(request).page_url(offer),
        "form": form,
        "shut": why_shut(offer),
        "warnings": warnings_before(offer),
        "has_no_mail": not request.user.email,
    }


def referral_page(request, referral: Referral, words: ReadWords) -> dict:
    """A hand-over as its sender sees it."""
    return {
        "referral": referral,
        "offer_url": here(request).page_url(referral.offer) if referral.offer else "",
        "words": words,
        "timetable": timetable_of(referral),
        "is_sent": referral.state == ReferralState.SENT,
        "may_tell": referral.state == ReferralState.RECEIVED,
    }


def referral_answer_page(link: FoundLink, form: AnswerForm, words: ReadWords | None = None) -> dict:
    """What a place sees: that there is a hand-over, and behind the button what it says."""
    referral = link.referral
    return {
        "referral": referral,
        "is_good": link.is_good,
        "form": form,
        "words": words,
        "is_received": referral.state == ReferralState.RECEIVED,
        "has_asked": referral.link_asked_on is not None,
    }
