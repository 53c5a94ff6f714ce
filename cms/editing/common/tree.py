"""Where a page stands: the titles of its municipality and its organisation, read with the page itself."""

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr
from wagtail.models import Page
from wagtail.permissions import policy_registry

from directory.models.tree import BRANCH_PATH_LENGTH

#: Any of these lets a person do something with a page. Looking at it on the way to another one is not among them.
RIGHTS = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


def may_edit(user, pages: QuerySet) -> QuerySet:
    """Those of the pages with which the person may do something."""
    policy = policy_registry.get_by_type(pages.model)
    return pages.filter(pk__in=policy.instances_user_has_any_permission_for(user, RIGHTS).values("pk"))


def may_edit_some(user) -> bool:
    """Whether there is a page with which the person may do something; asks for nothing that is not known already."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, RIGHTS)


def with_branch(pages: QuerySet) -> QuerySet:
    """The pages with `branch_path` and the title of their branch, `branch_title`."""
    return pages.annotate(
        branch_path=Substr("path", 1, BRANCH_PATH_LENGTH),
        branch_title=Subquery(_titles(path=OuterRef("branch_path")), output_field=CharField()),
    )


def with_organisation(pages: QuerySet) -> QuerySet:
    """The pages with the title of the page above them, `organisation_title`."""
    above = Substr("path", 1, Length("path") - Page.steplen)
    return pages.annotate(
        organisation_path=above,
        organisation_title=Subquery(_titles(path=OuterRef("organisation_path")), output_field=CharField()),
    )


def branches_of(pages: QuerySet) -> list[tuple[str, str]]:
    """The branches in which the pages stand, as path and title, in the order of their titles."""
    paths = pages.order_by().annotate(branch=Substr("path", 1, BRANCH_PATH_LENGTH)).values("branch")
    return list(Page.objects.filter(path__in=paths).order_by("title").values_list("path", "title"))


def _titles(**where) -> QuerySet:
    return Page.objects.filter(**where).order_by(F("path")).values("title")[:1]
