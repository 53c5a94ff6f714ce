"""The shape of the page tree: root, portal, branch (a municipality, or the whole country), organisation, offer."""

from wagtail.models import Page

from directory.models.branches import MunicipalityPage, NationalBranchPage

PORTAL_DEPTH, BRANCH_DEPTH, ORGANISATION_DEPTH, OFFER_DEPTH = 2, 3, 4, 5


def branch_path(page: Page) -> str:
    """The tree path of the branch that a page stands in; of a page above all branches its own."""
    return page.path[: BRANCH_DEPTH * Page.steplen]


def parent_path(page: Page) -> str:
    """The tree path of the page above, which for an offer is its organisation."""
    return page.path[: -Page.steplen]


def branches() -> dict[str, str]:
    """Every branch's tree path and its slug: the municipalities, and the whole country."""
    rows = [
        *MunicipalityPage.objects.live().values_list("path", "slug"),
        *NationalBranchPage.objects.values_list("path", "slug"),
    ]
    return dict(rows)
