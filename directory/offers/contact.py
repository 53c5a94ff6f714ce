"""Whom one can ask about an offer: the place itself, else the one behind it, else the page that tells of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.feedback.page import tell_url
from directory.models import OfferPage, OrganisationPage
from directory.models.branches import HomePage
from directory.telephone import in_pairs
from directory.templatetags.danish import tel


@dataclass(frozen=True)
class Contact:
    """How to reach somebody who knows: telephone, mail, web page. `whose` names an owner where the place has told nothing."""

    phone: str = ""
    email: str = ""
    website: str = ""
    phone_hours: str = ""
    sms: str = ""
    who_answers: str = ""
    whose: str = ""
    source_url: str = ""  # where we read of it, when nothing better is known

    @property
    def is_known(self) -> bool:
        """Whether there is anybody to ask."""
        return bool(self.phone or self.email or self.website)


def contact_of(offer: OfferPage, organisation: OrganisationPage | None) -> Contact:
    """The nearest that is known."""
    source = offer.source_url if offer.source_is_link else ""
    if offer.phone or offer.email or offer.website:
        told = {
            name: getattr(offer, name) for name in ("phone", "email", "website", "phone_hours", "sms", "who_answers")
        }
        return Contact(**told)
    if organisation and (organisation.phone or organisation.email or organisation.website):
        told = {name: getattr(organisation, name) for name in ("phone", "email", "website")}
        return Contact(**told, whose=organisation.title)
    return Contact(source_url=source)


@dataclass(frozen=True)
class Action:
    """The one thing to do about an offer: what the link says, and where it leads."""

    label: str
    url: str


def action_of(offer: OfferPage, home: HomePage | None) -> Action:
    """What to do first: call, else write, else read on; where nothing is known, call the municipality or tell us."""
    if offer.phone:
        return Action(_("Call %(number)s") % {"number": in_pairs(offer.phone)}, f"tel:{tel(offer.phone)}")
    if offer.email:
        return Action(_("Write a mail"), f"mailto:{offer.email}")
    if offer.website:
        return Action(_("The place's web page"), offer.website)
    if offer.source_is_link:
        return Action(_("Read the page where we found it"), offer.source_url)
    if home and home.help_phone:
        number = home.help_phone
        return Action(_("Ask the municipality: %(number)s") % {"number": in_pairs(number)}, f"tel:{tel(number)}")
    return Action(_("Do you know the number? Tell us"), tell_url(offer))
