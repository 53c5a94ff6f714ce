"""Which room shows which pages. A class of pages that stands in no row is an error of `manage.py check` (vejviser.E003)."""

from django.shortcuts import redirect

from directory.find.views import find_offers
from directory.landing.front_page import front_page
from directory.models import FindOffersPage, HomePage, NationalBranchPage, OfferPage, OrganisationPage, TextPage
from directory.models.shown import Showing
from directory.offers.organisation import organisation_page
from directory.offers.page import offer_page
from directory.sites.here import here
from directory.texts.page import text_page


def _to_the_search(request, page):
    """The branch is no page of its own: what it holds is found by searching."""
    return redirect(here(request).carrying(here(request).find_url))


SHOWS = {
    OfferPage: Showing(context=offer_page),
    OrganisationPage: Showing(context=organisation_page),
    HomePage: Showing(context=front_page),
    TextPage: Showing(context=text_page),
    FindOffersPage: Showing(view=find_offers),
    NationalBranchPage: Showing(view=_to_the_search),
}
