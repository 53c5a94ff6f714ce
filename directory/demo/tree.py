"""The page tree: portal, municipalities, the branch of national offers, and the search pages."""

import json
from functools import lru_cache
from pathlib import Path

from wagtail.models import Page, Site

from directory.importing.map.location import municipality_points
from directory.importing.write.pages import publish_new
from directory.models import FindOffersPage, HomePage, MunicipalityPage, NationalBranchPage, PortalPage

DATA = Path(__file__).parent / "data"
EXAMPLE = "eksempel"
#: The branches that have a site of their own, by slug, which is the first part of its host name too.
WITH_SITE = ("vejle", "randers", "slagelse", EXAMPLE)
#: In the sea, so that no map shows the made-up municipality where somebody lives.
_EXAMPLE_POINT = (56.3, 11.1)
FIND = "find-tilbud"


@lru_cache(maxsize=1)
def texts() -> dict[str, dict]:
    """The texts of front pages, by slug; "" for those that have none of their own."""
    return json.loads((DATA / "home_pages.json").read_text(encoding="utf-8"))


def build() -> list[HomePage]:
    """Make the pages that are missing; the front pages among those that were made."""
    made: list[HomePage] = []
    portal = _portal(made)
    known = set(MunicipalityPage.objects.values_list("slug", flat=True))
    for name, row in municipality_points().items():
        if row["slug"] not in known:
            page = MunicipalityPage(
                title=name, slug=row["slug"], code=row["code"], lat=row["latitude"], lon=row["longitude"]
            )
            made.append(_add(portal, page))
    if EXAMPLE not in known:
        lat, lon = _EXAMPLE_POINT
        made.append(_add(portal, MunicipalityPage(title="Eksempel", slug=EXAMPLE, lat=lat, lon=lon, made_up=True)))
    if not NationalBranchPage.objects.exists():
        publish_new(portal, NationalBranchPage(title="Hele landet", slug=NationalBranchPage.SLUG))
    _search_pages(portal)
    return made


def _portal(made: list[HomePage]) -> PortalPage:
    portal = PortalPage.objects.first()
    if portal is None:
        portal = _add(Page.get_first_root_node(), PortalPage(title="Vejviser", slug="vejviser"))
        made.append(portal)
    return portal


def _add(parent: Page, page: HomePage) -> HomePage:
    for name, value in texts().get(page.slug, texts()[""]).items():
        setattr(page, name, value)
    publish_new(parent, page)
    return page


def _search_pages(portal: PortalPage) -> None:
    for home in [portal, *MunicipalityPage.objects.filter(slug__in=WITH_SITE)]:
        if not FindOffersPage.objects.child_of(home).exists():
            publish_new(home, FindOffersPage(title="Find tilbud", slug=FIND))


def sites(port: int | None) -> None:
    """Make the sites that are missing, the portal's the default. A port that is given holds for all of them."""
    homes = {"localhost": PortalPage.objects.first()}
    for page in MunicipalityPage.objects.filter(slug__in=WITH_SITE):
        homes[f"{page.slug}.localhost"] = page
    _take_default(homes["localhost"])
    default_port = Site.objects.get(is_default_site=True).port
    for hostname, home in homes.items():
        site = Site.objects.filter(hostname=hostname).first() or Site(hostname=hostname, root_page=home)
        site.site_name = site.site_name or home.title
        site.port = port or (site.port if site.pk else default_port)
        site.save()


def _take_default(portal: PortalPage) -> None:
    """Put the portal where Wagtail's welcome page stands after the first migration."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", port=8000, root_page=portal, is_default_site=True)
    elif type(site.root_page.specific) is Page:
        welcome = site.root_page
        site.hostname, site.port, site.root_page = "localhost", 8000, portal
        site.save()
        # Only the page that nobody made: Wagtail's own has no revision.
        if welcome.latest_revision_id is None and welcome.is_leaf():
            welcome.delete()
