"""Whether an offer's form is there: where the offer takes hand-overs, somebody reads them, and hand-overs to it are answered."""

from datetime import timedelta
from typing import Any

from django.db.models import Max, TextChoices
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import OfferPage
from directory.models.facts.freshness import Demonstration
from directory.referrals.due import MailKind
from directory.referrals.models import Referral, ReferralMail
from directory.referrals.states import ReferralState
from directory.referrals.words import keys_are_set
from directory.reviewing.standings import mail_addresses
from directory.sites.here import here

#: A listing that nobody has confirmed for so long loses its form.
CONFIRMED_FOR = timedelta(days=90)
#: So does a place that has left so many hand-overs unanswered since it last answered anything.
MAX_UNANSWERED = 3


class Shut(TextChoices):
    """Why there is no form, where the offer would take hand-overs."""

    NOT_CONFIRMED = "not_confirmed", _("Nobody has confirmed the listing lately.")
    UNANSWERED = "unanswered", _("The place has not answered the last hand-overs.")
    NO_ADDRESS = "no_address", _("The place has told no mail address.")


def takes_referrals(offer: OfferPage) -> bool:
    """Whether the offer says that it takes hand-overs, and the installation can keep them."""
    return bool(offer.takes_referrals and offer.live and keys_are_set() and _is_nobody_elses(offer))


def _is_nobody_elses(offer: OfferPage) -> bool:
    """A demonstration of a real place that knows nothing of it is never written to."""
    return offer.demonstration != Demonstration.UNCONFIRMED


def why_shut(offer: OfferPage) -> Shut | None:
    """Why an offer that takes hand-overs has no form today; None where it has one."""
    if not offer.verified_on or timezone.localdate() - offer.verified_on > CONFIRMED_FOR:
        return Shut.NOT_CONFIRMED
    if has_left_too_many_unanswered(offer):
        return Shut.UNANSWERED
    return None if address_of(offer) else Shut.NO_ADDRESS


def has_left_too_many_unanswered(offer: OfferPage) -> bool:
    """Whether so many have ended unanswered since the place last answered one, or its listing was confirmed."""
    rows = Referral.objects.filter(offer_id=offer.pk)
    last = max(filter(None, (rows.aggregate(last=Max("answered_on"))["last"], offer.verified_on)), default=None)
    # What an address did not take was left by nobody.
    not_taken = ReferralMail.objects.filter(kind=MailKind.ASK).exclude(refused="").values("referral")
    unanswered = rows.filter(state=ReferralState.CANCELLED, answered_on=None).exclude(pk__in=not_taken)
    if last:
        unanswered = unanswered.filter(closed_on__gt=last)
    return unanswered.count() >= MAX_UNANSWERED


def address_of(offer: OfferPage) -> str:
    """To whom a hand-over is sent: the offer's own address, or that of the organisation that holds it."""
    row = {"pk": offer.pk, "path": offer.path, "email": offer.email}
    return mail_addresses([row])[offer.pk]


def told_of_form(request: HttpRequest, offer: OfferPage) -> dict[str, Any]:
    """The way to the form on an offer's page, or that one calls instead; nothing where the offer takes none."""
    if not offer.pk or not takes_referrals(offer):
        return {}
    shut = why_shut(offer)
    url = "" if shut else here(request).carrying(reverse("referral_form", args=[offer.pk]))
    return {"url": url, "shut": shut, "phone": offer.phone}
