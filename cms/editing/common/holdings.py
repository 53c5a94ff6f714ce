"""What each group of a person holds: who is an editor in one municipality and an approver in another is so in each alone."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.editing.common.tree import RIGHTS
from directory.models import MunicipalityPage, NationalBranchPage, RoleGroup
from directory.models.tree import BRANCH_DEPTH, BRANCH_PATH_LENGTH


class Holdings:
    """Read in at most four small queries for a person, however many rights are asked for."""

    def __init__(self, user: Any):
        self._user = user

    def groups_with(self, right: str) -> set[int]:
        """The groups whose places a right on rows, such as `delete_place`, is good for.

        A group of a role gives it in its own municipality. Groups that were made by hand give it wherever any of them
        has rights on pages, and a right of the person's own is good everywhere.
        """
        everywhere = {group for group, _page in self.pages} | self.roles.keys()
        if f"directory.{right}" in self._user.get_user_permissions():
            return everywhere
        held = {group for group, codename in self._rights if codename == right}
        return held if held <= self.roles.keys() else held | (everywhere - self.roles.keys())

    @cached_property
    def pages(self) -> list[tuple[int, Page]]:
        """The pages on which a group may do something."""
        names = {f"{right}_page" for right in RIGHTS}
        held = policy_registry.get_by_type(Page).get_cached_permissions_for_user(self._user)
        return [(row.group_id, row.page) for row in held if row.permission.codename in names]

    @cached_property
    def roles(self) -> dict[int, int | None]:
        """The municipality of each group that has a role; None for the whole."""
        return dict(RoleGroup.objects.filter(group__user=self._user).values_list("group", "municipality"))

    @cached_property
    def municipalities(self) -> dict[int, str]:
        """The municipalities in which some group may do something, with the tree paths of their branches."""
        branches = {page.path[:BRANCH_PATH_LENGTH] for _group, page in self.pages}
        rows = MunicipalityPage.objects.filter(
            Q(path__in=branches) | Q(pk__in=[key for key in self.roles.values() if key])
        )
        return dict(rows.values_list("pk", "path"))

    def national(self, groups: Iterable[int]) -> list[str]:
        """The path of the whole country's branch, where one of the groups may do something with all of it."""
        tops = [page.path for group, page in self.pages if group in groups and page.depth == BRANCH_DEPTH]
        if any(group in self.roles and self.roles[group] is None for group in groups):
            return self._national
        return [path for path in self._national if path in tops] if tops else []

    @cached_property
    def _national(self) -> list[str]:
        return list(NationalBranchPage.objects.values_list("path", flat=True))

    @cached_property
    def _rights(self) -> list[tuple[int, str]]:
        rows = Permission.objects.filter(group__user=self._user, content_type__app_label="directory")
        return list(rows.values_list("group", "codename"))
