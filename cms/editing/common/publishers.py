"""What is for those alone who may publish: they decide what the public sees of what others tell, ask or wrote twice."""

from django.contrib.auth.mixins import UserPassesTestMixin
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from directory.models import MunicipalityPage, NationalBranchPage, OfferPage

_RIGHT = "publish"


def may_publish_some(user) -> bool:
    """Whether there is a page that the person may publish."""
    return policy_registry.get_by_type(Page).user_has_permission(user, _RIGHT)


def publishable(user) -> QuerySet[OfferPage]:
    """The offers that the person may publish."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, _RIGHT)
    return OfferPage.objects.filter(pk__in=pages.order_by().values("pk"))


def own_branches(user) -> list[Page]:
    """The branches that are the person's to publish in, by their titles."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, _RIGHT)
    return list(pages.type(MunicipalityPage, NationalBranchPage).order_by("title"))


def own_municipalities(user) -> QuerySet[MunicipalityPage]:
    """The municipalities in all of which the person may publish, by their titles."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, _RIGHT)
    return MunicipalityPage.objects.filter(pk__in=pages.order_by().values("pk")).order_by("title")


class OfPublishers(UserPassesTestMixin):
    """A page for those who may publish something."""

    def test_func(self) -> bool:
        return may_publish_some(self.request.user)


class PublishersItem(MenuItem):
    """A menu item for those who may publish something."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_publish_some(request.user)
