"""How far a person's work reaches: everything, what belongs to the whole country, some municipalities, or nothing."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.editing.common.tree import RIGHTS
from directory.models import MunicipalityPage, NationalBranchPage, RoleGroup
from directory.models.tree import BRANCH_DEPTH, BRANCH_PATH_LENGTH

_KEPT = "_vejviser_reach"


@dataclass(frozen=True)
class Reach:
    """Whose things a person may work with, as far as the rights of the person's groups go."""

    everything: bool = False
    #: What belongs to no municipality.
    whole: bool = False
    municipalities: frozenset[int] = frozenset()
    #: The tree paths of those branches.
    paths: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether there is no row that the person could work with."""
        return not (self.everything or self.whole or self.municipalities)

    def holds(self, municipality: int | None) -> bool:
        """Whether what belongs to a municipality, or with None to the whole, is the person's own."""
        if self.everything:
            return True
        return self.whole if municipality is None else municipality in self.municipalities


def reach_of(user: Any) -> Reach:
    """The reach of a person, read once for a request: at most three small queries, none for an operator."""
    if not (user.is_active and user.is_authenticated):
        return Reach()
    if user.is_superuser:
        return Reach(everything=True, whole=True)
    if not hasattr(user, _KEPT):
        setattr(user, _KEPT, _read(user))
    return getattr(user, _KEPT)


def _read(user: Any) -> Reach:
    pages = _pages_with_rights(user)
    if any(page.depth < BRANCH_DEPTH for page in pages):
        return Reach(everything=True, whole=True)
    roles = list(RoleGroup.objects.filter(group__user=user).values_list("municipality", flat=True))
    branches = {page.path[:BRANCH_PATH_LENGTH] for page in pages}
    rows = MunicipalityPage.objects.filter(Q(path__in=branches) | Q(pk__in=[key for key in roles if key]))
    found = dict(rows.values_list("pk", "path"))
    national = _national(pages, holds_role=None in roles)
    return Reach(
        whole=bool(national), municipalities=frozenset(found), paths=tuple(sorted([*found.values(), *national]))
    )


def _national(pages: list[Page], *, holds_role: bool) -> list[str]:
    """The path of the whole country's branch, for those who may do something with all of it."""
    if holds_role:
        return list(NationalBranchPage.objects.values_list("path", flat=True))
    tops = [page.path for page in pages if page.depth == BRANCH_DEPTH]
    return list(NationalBranchPage.objects.filter(path__in=tops).values_list("path", flat=True))


def _pages_with_rights(user: Any) -> list[Page]:
    names = {f"{right}_page" for right in RIGHTS}
    held = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return [row.page for row in held if row.permission.codename in names]
