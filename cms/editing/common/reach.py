"""How far a person's work reaches: everything, what belongs to the whole country, some municipalities, or nothing."""

from dataclasses import dataclass
from typing import Any

from cms.editing.common.holdings import Holdings
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


def reach_of(user: Any, right: str = "") -> Reach:
    """The reach of a person by all that the person may do, or by one right on rows, such as `delete_place`.

    Read once for a request; an operator's takes no query.
    """
    if not (user.is_active and user.is_authenticated):
        return Reach()
    if user.is_superuser:
        return Reach(everything=True, whole=True)
    if not hasattr(user, _KEPT):
        setattr(user, _KEPT, (Holdings(user), {}))
    held, known = getattr(user, _KEPT)
    if right not in known:
        known[right] = _read(held, right)
    return known[right]


def _read(held: Holdings, right: str) -> Reach:
    groups = held.groups_with(right) if right else {*held.roles, *(group for group, _page in held.pages)}
    pages = [page for group, page in held.pages if group in groups]
    if any(page.depth < BRANCH_DEPTH for page in pages):
        return Reach(everything=True, whole=True)
    keys = {held.roles[group] for group in groups & held.roles.keys()}
    branches = {page.path[:BRANCH_PATH_LENGTH] for page in pages}
    found = {key: path for key, path in held.municipalities.items() if key in keys or path in branches}
    national = held.national(groups)
    return Reach(
        whole=bool(national), municipalities=frozenset(found), paths=tuple(sorted([*found.values(), *national]))
    )
