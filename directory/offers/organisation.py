"""An organisation's page: who it is, and its offers."""

from directory.models import OfferPage, OrganisationPage
from directory.offers.cards import cards
from directory.offers.responsible import responsibility_of_organisation
from directory.sites.here import here
from directory.times.clock import local_now


def organisation_page(organisation: OrganisationPage, request) -> dict:
    """What an organisation's page shows."""
    offers = list(OfferPage.objects.shown().for_citizens().child_of(organisation).for_cards().order_by("title"))
    return {
        "cards": cards(offers, request),
        "crumbs": here(request).crumbs(organisation),
        "responsible": responsibility_of_organisation(organisation, local_now().date()),
    }
