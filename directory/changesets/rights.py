"""Whose sets they are, and what may be in them: each page and row is asked for by itself, and municipalities stay apart."""

from typing import Any

from django.db.models import Model, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from directory.changesets.models import ChangeSet
from directory.models import (
    Helpline,
    Language,
    MunicipalityPage,
    NationalBranchPage,
    Need,
    Place,
    PortalPage,
    TargetGroup,
)
from directory.models.tree import BRANCH_DEPTH

#: The rows beside the page tree that can be in a set.
ROWS: tuple[type[Model], ...] = (Place, Need, TargetGroup, Language, Helpline)


def branches_for_sets(user: Any) -> QuerySet[Page]:
    """The branches for which a person may put changes together: those in all of which the person may write."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return pages.type(MunicipalityPage, NationalBranchPage, PortalPage).order_by("path")


def own_sets(user: Any) -> QuerySet[ChangeSet]:
    """The sets of those branches."""
    return ChangeSet.objects.filter(branch__in=branches_for_sets(user).order_by().values("pk"))


def has_sets(user: Any) -> bool:
    """Whether a person may put changes together at all; asks for nothing that is not known already."""
    if user.is_active and user.is_superuser:
        return True
    held = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(row.permission.codename == "change_page" and row.page.depth <= BRANCH_DEPTH for row in held)


def belongs_to(thing: Model, branch: Page) -> bool:
    """Whether a thing stands in a branch: a page below it, a row that is kept by it. In the portal's stands everything."""
    kind = branch.specific_class
    if isinstance(thing, Page):
        return thing.path.startswith(branch.path)
    owner = getattr(thing, "municipality_id", None)
    return kind is PortalPage or owner == (branch.pk if kind is MunicipalityPage else None)


def may_change(user: Any, thing: Model) -> bool:
    """Whether a person may write the draft of a page, or change a row."""
    if isinstance(thing, Page):
        return thing.permissions_for_user(user).can_edit()
    return policy_registry.get(thing).user_has_permission_for_instance(user, "change", thing)


def may_publish(user: Any, thing: Model, moves_to: Page | None = None) -> bool:
    """Whether a person may let everybody see a change of a thing, and move it there."""
    if not isinstance(thing, Page):
        return may_change(user, thing)
    held = thing.permissions_for_user(user)
    return held.can_publish() and (moves_to is None or held.can_move_to(moves_to))
