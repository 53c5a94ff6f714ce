"""The shape of the page tree: root, portal, branch (a municipality, or the whole country), organisation, offer."""

from wagtail.models import Page

from directory.models.branches import MunicipalityPage, NationalBranchPage

#: Depths in the tree, where the root is 1. Organisations are 4, offers 5.
PORTAL_DEPTH, BRANCH_DEPTH = 2, 3
#: So long is the tree path of a branch, in characters; the path of each page in the branch begins with it.
BRANCH_PATH_LENGTH = BRANCH_DEPTH * Page.steplen


def branch_path(page: Page) -> str:
    """The tree path of the branch that a page stands in; of a page above all branches its own."""
    return page.path[:BRANCH_PATH_LENGTH]


def parent_path(page: Page) -> str:
    """The tree path of the page above, which for an offer is its organisation."""
    return path_above(page.path)


def path_above(path: str) -> str:
    """The tree path of the page above the one with this path."""
    return path[: -Page.steplen]


def branches() -> dict[str, str]:
    """Every branch's tree path and its slug: the municipalities, and the whole country."""
    rows = [
        *MunicipalityPage.objects.live().values_list("path", "slug"),
        *NationalBranchPage.objects.values_list("path", "slug"),
    ]
    return dict(rows)
