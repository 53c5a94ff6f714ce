"""The page tree: the portal, the municipalities, the branch of the whole country, the search page of a site."""

from functools import lru_cache

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page, Site

from directory.importing.map.location import municipality_points
from directory.models import FindOffersPage, HomePage, MunicipalityPage, NationalBranchPage, PortalPage
from directory.seeds.pages import PageSeeds, SinglePage
from directory.seeds.table import Values

#: What a front page says below its name.
LEAD = "Vælg det, der ligner mest. Du kan altid gå tilbage."


def the_portal() -> PortalPage:
    """The portal as it stands in the database now."""
    return PortalPage.objects.order_by("pk")[:1].get()


class PortalSeeds(SinglePage):
    """The whole country's front page."""

    model = PortalPage
    name = "portal"
    fields = ("title", "slug", "lead")

    def parent(self) -> Page:
        return Page.get_first_root_node()

    def shipped(self) -> dict[str, Values]:
        return {self.name: {"title": "Vejviser", "slug": "vejviser", "lead": LEAD}}


class MunicipalitySeeds(PageSeeds):
    """The front pages of all municipalities."""

    model = MunicipalityPage
    name = "municipality"
    key_field = "slug"
    fields = ("slug", "title", "code", "lat", "lon", "lead")

    def parent(self) -> Page:
        return the_portal()

    def key_of(self, row: Model) -> str:
        # A municipality keeps its code when an editor gives its page another address.
        return _slugs().get(row.code, row.slug)

    def shipped(self) -> dict[str, Values]:
        return {
            row["slug"]: {
                "slug": row["slug"],
                "title": name,
                "code": row["code"],
                "lat": row["latitude"],
                "lon": row["longitude"],
                "lead": LEAD,
            }
            for name, row in municipality_points().items()
        }


@lru_cache(maxsize=1)
def _slugs() -> dict[str, str]:
    """The addresses that ship, by the municipality's code."""
    return {row["code"]: row["slug"] for row in municipality_points().values()}


class NationalBranchSeeds(SinglePage):
    """The branch of the whole country's offers."""

    model = NationalBranchPage
    name = "national_branch"

    def parent(self) -> Page:
        return the_portal()

    def shipped(self) -> dict[str, Values]:
        return {self.name: {"title": "Hele landet", "slug": NationalBranchPage.SLUG}}


class FindPageSeeds(SinglePage):
    """The search page of one site."""

    model = FindOffersPage

    def __init__(self, home: HomePage) -> None:
        self._home = home
        self.name = f"find_page_{home.pk}"

    def parent(self) -> Page:
        return HomePage.objects.get(pk=self._home.pk)

    def rows(self):
        return FindOffersPage.objects.child_of(self._home).order_by("pk")

    def shipped(self) -> dict[str, Values]:
        return {self.name: {"title": "Find tilbud", "slug": "find-tilbud"}}


def take_default_site(*, demonstration: bool) -> None:
    """Put the portal where Wagtail's welcome page stands after the first migration; a site that somebody set up stays."""
    portal = the_portal()
    hostname, port = ("localhost", 8000) if demonstration else _address()
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname=hostname, port=port, root_page=portal, is_default_site=True)
    elif type(site.root_page.specific) is Page:
        welcome = site.root_page
        site.hostname, site.port, site.root_page = hostname, port, portal
        site.save()
        # Only the page that nobody made: Wagtail's own has no revision.
        if welcome.latest_revision_id is None and welcome.is_leaf():
            welcome.delete()


def _address() -> tuple[str, int]:
    """The first host that the site answers to by its full name, and the port that browsers ask."""
    named = [host for host in settings.ALLOWED_HOSTS if not host.startswith((".", "*"))]
    return (named or ["localhost"])[0], 443 if settings.SECURE_SSL_REDIRECT else 80
