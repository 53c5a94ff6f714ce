"""What the demonstration adds to the page tree: a municipality that does not exist, and sites on this machine."""

from pathlib import Path

from wagtail.models import Site

from directory.importing.write.pages import publish_new
from directory.models import HomePage, MunicipalityPage, OrganisationPage
from directory.seeds.loading import load_site
from directory.seeds.portal import LEAD, the_portal

DATA = Path(__file__).parent / "data"
EXAMPLE = "eksempel"
#: The branches that have a site of their own, by slug, which is the first part of its host name too.
WITH_SITE = ("vejle", "randers", "slagelse", EXAMPLE)
#: In the sea, so that no map shows the made-up municipality where somebody lives.
_EXAMPLE_POINT = (56.3, 11.1)


def unit_of_example(title: str) -> OrganisationPage | None:
    """An organisation of Eksempel by its name, unless somebody has deleted or renamed it."""
    return (
        OrganisationPage.objects.descendant_of(MunicipalityPage.objects.get(slug=EXAMPLE)).filter(title=title).first()
    )


def build_tree(port: int | None) -> None:
    """Make the made-up municipality and the sites that are missing, each with what a site begins with."""
    if not MunicipalityPage.objects.filter(slug=EXAMPLE).exists():
        lat, lon = _EXAMPLE_POINT
        page = MunicipalityPage(title="Eksempel", slug=EXAMPLE, lat=lat, lon=lon, made_up=True, lead=LEAD)
        publish_new(the_portal(), page)
    municipalities = MunicipalityPage.objects.filter(slug__in=WITH_SITE)
    _sites({"localhost": the_portal()} | {f"{page.slug}.localhost": page for page in municipalities}, port)
    for page in municipalities:
        load_site(page)


def _sites(homes: dict[str, HomePage], port: int | None) -> None:
    """Make the sites that are missing. A port that is given holds for all of them."""
    default_port = Site.objects.get(is_default_site=True).port
    for hostname, home in homes.items():
        site = Site.objects.filter(hostname=hostname).first() or Site(hostname=hostname, root_page=home)
        site.site_name = site.site_name or home.title
        site.port = port or (site.port if site.pk else default_port)
        site.save()
