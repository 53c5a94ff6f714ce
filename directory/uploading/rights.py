"""Who may import into a branch: those who may write pages in all of it. What is published is changed by those who may publish."""

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from directory.models import MunicipalityPage, NationalBranchPage
from directory.models.tree import BRANCH_DEPTH


def branches_to_import_into(user) -> QuerySet[Page]:
    """The branches that a person may import into, by their titles."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")
    return pages.type(MunicipalityPage, NationalBranchPage).order_by("title")


def may_import_somewhere(user) -> bool:
    """Whether there is a branch that a person may import into; asks for nothing that is not known already."""
    if user.is_active and user.is_superuser:
        return True
    held = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(row.permission.codename == "add_page" and row.page.depth <= BRANCH_DEPTH for row in held)


def may_import(user, branch: Page) -> bool:
    """Whether a person may write pages anywhere in the branch."""
    return user is not None and _may(user, "add", branch)


def may_change_published(user, branch: Page) -> bool:
    """Whether a person may publish anywhere in the branch."""
    return user is not None and _may(user, "publish", branch)


def may_decide_on(user, upload) -> bool:
    """Whether a person may have an import written or undone: one's own, and for those who may publish everybody's.

    It is done by the rights of whoever sent the file, which are not lent to others.
    """
    mine = upload.by_id == user.pk and may_import(user, upload.branch)
    return mine or may_change_published(user, upload.branch)


def _may(user, action: str, branch: Page) -> bool:
    return policy_registry.get_by_type(Page).user_has_permission_for_instance(user, action, branch)
