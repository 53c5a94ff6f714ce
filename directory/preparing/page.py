"""What stands on the sheet: the first step, whom to ask for, and the questions to which the page has no answer yet."""

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.models import OfferPage, OrganisationPage
from directory.offers.contact import contact_of
from directory.offers.lines import where_line
from directory.offers.shown import shown_offers
from directory.panels.needed import is_told
from directory.sites.here import here
from directory.sites.shortlist import Shortlist

#: Questions in the order in which people have them. One is asked when the offer has told none of its fields.
_QUESTIONS: tuple[tuple[tuple[str, ...], str | Promise], ...] = (
    (("opening_hours", "sessions", "schedule_text"), _("When can I come?")),
    (("host_role",), _("Who meets me, and where?")),
    (("companion",), _("Can somebody go with me the first time?")),
    (("bring_someone",), _("May I bring somebody along?")),
    (("free", "price_note"), _("What does it cost?")),
    (("group_size_min", "group_size_max"), _("How many people are usually there?")),
    (("must_talk",), _("Do I have to say anything?")),
    (("leave_anytime",), _("May I leave when I like?")),
    (("anonymous",), _("Do I have to say my name?")),
    (("registration", "access_plain"), _("Do I have to sign up?")),
)
#: More would be an interrogation.
MAX_QUESTIONS = 5


def preparing_page(request, key: int) -> dict:
    """What the sheet shows; 404 for an offer that is not shown."""
    found = shown_offers(Shortlist.read(str(key)).keys)
    if not found:
        raise Http404
    offer = found[0].specific
    place = offer.place
    return {
        "offer": offer,
        "offer_url": here(request).page_url(offer),
        "sensitive": offer.sensitive,
        "contact": contact_of(offer, OrganisationPage.objects.parent_of(offer).first()),
        "where": where_line(offer),
        "door": place.entrance if place and place.is_public else "",
        "first_step": _first_step(offer),
        "prepare": getattr(offer, "prepare", ""),
        "questions": questions(offer),
    }


def questions(offer: OfferPage) -> list[str | Promise]:
    """What one may ask the place."""
    open_ones = [question for fields, question in _QUESTIONS if not any(is_told(offer, field) for field in fields)]
    return open_ones[:MAX_QUESTIONS]


def _first_step(offer: OfferPage) -> str:
    step = offer.first_visit_steps.first()
    return step.text if step else offer.first_visit_note
