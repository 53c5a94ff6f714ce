"""The page on which visitors tell something: about an offer, or about what they looked for."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.models import OfferPage
from directory.sites.here import here
from directory.text import MAX_KEY_DIGITS, whole_number

#: The offer's name in the address, and in the form.
PARAM, FIELD = "tilbud", "about"


@dataclass(frozen=True)
class About:
    """What it is about: an offer, or nothing but the site."""

    page: Page
    offer: OfferPage | None

    @property
    def key(self) -> str:
        """The offer as it stands in the form; empty for the site."""
        return str(self.offer.pk) if self.offer else ""


def about(request) -> About:
    """What the address or the form says that it is about; 404 for an offer that is not shown."""
    key = request.POST.get(FIELD, "") if request.method == "POST" else request.GET.get(PARAM, "")
    home = here(request).home
    if home is None:
        raise Http404
    if not key:
        return About(home, None)
    number = whole_number(key, MAX_KEY_DIGITS)
    offer = None if number is None else OfferPage.objects.shown().filter(pk=number).first()
    if offer is None:
        raise Http404
    return About(offer, offer)


def tell_url(offer: OfferPage | None = None) -> str:
    """The page on which one can tell something about an offer, or about what one looked for."""
    return f"{reverse('feedback')}?{PARAM}={offer.pk}" if offer else reverse("feedback")


def feedback_page(request, subject: About, fault: str = "", written: str = "") -> dict:
    """What the page shows; `fault` says why what was written could not be taken."""
    offer = subject.offer
    return {
        "about": subject.key,
        "offer": offer,
        "sensitive": offer.sensitive if offer else False,
        "question": _("What is wrong on the page?") if offer else _("What did you look for?"),
        "fault": fault,
        "written": written,
        "back_url": here(request).page_url(offer) if offer else here(request).carrying(here(request).find_url),
    }
