"""The listings of offers and organisations: columns, filters, where a new offer is to stand, and what waits to be done."""

from wagtail import hooks

from cms.editing.offers import day, times
from cms.editing.offers.confirming import ConfirmBulkAction
from cms.editing.offers.listing import OfferListingViewSet
from cms.editing.offers.organisations import OrganisationListingViewSet


def register() -> None:
    """Bring the listings of offers and of organisations into the admin, and what is done with many offers at once."""
    hooks.register("register_admin_viewset", lambda: [OfferListingViewSet(), OrganisationListingViewSet()])
    hooks.register("register_bulk_action", ConfirmBulkAction)
    hooks.register("register_admin_urls", lambda: [*times.urlpatterns, *day.urlpatterns])
    hooks.register("register_log_actions", day.register_log_action)
