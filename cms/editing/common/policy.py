"""Whose rows a person may see, choose and change. The one policy of everything that editors keep beside the page tree."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_permission_codename
from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from cms.editing.common.reach import Reach, reach_of
from directory.models import OfferPage, Place
from directory.models.place import AddressVisibility

#: To look at a row in a listing, and to name it in another row. The other actions change something.
SEEING = {"view", "choose"}


class OwnMunicipalityPolicy(ModelPermissionPolicy):
    """A municipality's rows are its editors', rows of no municipality those of the whole. All may see what is the whole's.

    A right on the model says what a person may do; this says with which rows. Models without a municipality hold rows
    of the whole alone. To see is more than to change by two things: the whole's rows, and houses in which an own offer
    is; and less by one: a secret house of the whole.
    """

    @property
    def is_local(self) -> bool:
        """Whether a row can belong to a municipality."""
        return any(field.name == "municipality" for field in self.model._meta.concrete_fields)

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action == "choose":
            return bool(user.is_active and user.is_authenticated)
        if not super().user_has_permission(user, action):
            return False
        if action == "view":
            return True
        reach = self._reach(user, action)
        return reach.whole or (self.is_local and not reach.is_nothing)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if not self.user_has_permission(user, action):
            return False
        if action in SEEING:
            return self.seen(user).filter(pk=instance.pk).exists()
        return self._reach(user, action).holds(getattr(instance, "municipality_id", None))

    def _reach(self, user: Any, action: str) -> Reach:
        """In which municipalities a person may do so with rows of the model."""
        return reach_of(user, get_permission_codename(action, self.model._meta))

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        wanted = set(actions)
        rows = self.model._default_manager.all()
        if wanted & SEEING and self.user_has_any_permission(user, wanted & SEEING):
            return self.seen(user)
        own = Q(pk__in=[])
        for action in wanted - SEEING:
            if self.user_has_permission(user, action):
                own |= self._own(self._reach(user, action))
        return rows.filter(own)

    def seen(self, user: Any, rows: QuerySet | None = None) -> QuerySet:
        """Those of the rows, or of all, whose names a person may read."""
        found = self.model._default_manager.all() if rows is None else rows
        reach = reach_of(user)
        return found if reach.everything or not self.is_local else found.filter(self._seen(reach))

    def users_with_any_permission_for_instance(self, actions: Iterable[str], instance: Model) -> QuerySet:
        people = self.users_with_any_permission(actions)
        asked = self.user_has_any_permission_for_instance
        return people.filter(pk__in=[user.pk for user in people if asked(user, actions, instance)])

    def _own(self, reach: Reach) -> Q:
        # Said in so many words: an empty condition that is joined by "or" leaves the other one as it is.
        if reach.everything:
            return ~Q(pk__in=[])
        if not self.is_local:
            return ~Q(pk__in=[]) if reach.whole else Q(pk__in=[])
        own = Q(municipality__in=reach.municipalities)
        return own | Q(municipality=None) if reach.whole else own

    def _seen(self, reach: Reach) -> Q:
        if self.model is not Place:
            return self._own(reach) | Q(municipality=None)
        open_to_all = Q(municipality=None) & ~Q(visibility=AddressVisibility.SECRET)
        return self._own(reach) | open_to_all | Q(pk__in=_places_of_offers(reach))


def _places_of_offers(reach: Reach) -> QuerySet | list:
    """The places in which offers of the municipalities stand, drafts among them."""
    inside = Q(pk__in=[])
    for path in reach.paths:
        inside |= Q(path__startswith=path)
    return OfferPage.objects.filter(inside).exclude(place=None).order_by().values("place")
