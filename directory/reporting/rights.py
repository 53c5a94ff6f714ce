"""Whose offers a report is about: those with which a person may do something."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from directory.models import OfferPage

_RIGHTS = {"add", "change", "publish"}


def own_offers(user: Any) -> QuerySet[OfferPage]:
    """The offers that a person may write in."""
    pages = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, _RIGHTS)
    return OfferPage.objects.filter(pk__in=pages.order_by().values("pk"))
