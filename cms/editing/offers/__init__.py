"""The listings of offers and organisations: columns, filters, where a new offer is to stand, and what waits to be done."""

from wagtail import hooks

from cms.editing.offers import confirming, day, next_one, times
from cms.editing.offers.confirming import ConfirmBulkAction
from cms.editing.offers.listing import OfferListingViewSet
from cms.editing.offers.organisations import OrganisationListingViewSet
from cms.editing.offers.publishing import OfferPageViewSet, PublishWholeBulkAction


def register() -> None:
    """Bring the listings of offers and of organisations into the admin, and what is done with many offers at once."""
    hooks.register("register_admin_urls", _urls)
    hooks.register("register_admin_viewset", _viewsets)
    hooks.register("register_bulk_action", ConfirmBulkAction)
    # After Wagtail's own, whose place it takes.
    hooks.register("register_bulk_action", PublishWholeBulkAction, order=100)
    hooks.register("register_log_actions", day.register_log_action)


def _viewsets() -> list:
    return [OfferListingViewSet(), OrganisationListingViewSet(), OfferPageViewSet()]


def _urls() -> list:
    return [*confirming.urlpatterns, *times.urlpatterns, *day.urlpatterns, *next_one.urlpatterns]
