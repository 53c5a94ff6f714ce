"""Where a visitor is: the site that was asked for, and what its pages need to know of it. One object for a request."""

from copy import copy
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.images.models import Image
from wagtail.models import Page, Site

from directory.models import (
    FindOffersPage,
    HomePage,
    MunicipalityPage,
    NationalBranchPage,
    OfferPage,
    SiteSettings,
    TextPage,
)
from directory.models.kept import kept
from directory.models.linked_pages import linked_pages
from directory.models.tree import PORTAL_DEPTH
from directory.sites.shortlist import PARAM, Shortlist


def here(request: HttpRequest) -> "Here":
    """The site that a request asks for: the same object for all who ask during the request."""
    if not hasattr(request, "_vejviser_here"):
        request._vejviser_here = Here(request)
    return request._vejviser_here


class Here:
    """A site as one request asks for it. Each part is read from the database when it is first wanted, and once."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def home(self) -> HomePage | None:
        """The front page of the site, in its own class; None where no site, or another kind of page, was asked for."""
        site = Site.find_for_request(self._request)
        page = site.root_page.specific if site else None
        return page if isinstance(page, HomePage) else None

    @property
    def municipality(self) -> MunicipalityPage | None:
        """The municipality whose site it is; None on the portal."""
        return self.home if isinstance(self.home, MunicipalityPage) else None

    @property
    def slug(self) -> str:
        """The municipality's short name; empty on the portal."""
        return self.municipality.slug if self.municipality else ""

    @cached_property
    def settings(self) -> SiteSettings:
        """What the site's editors chose for the whole site, as it is at first where they chose nothing.

        Wagtail's own `for_request` would write a row when a visitor comes.
        """
        site = Site.find_for_request(self._request)
        return copy(_settings_of(site.pk if site else None))

    @cached_property
    def _linked(self) -> list[Page]:
        """The pages below the front page that every page links to."""
        return linked_pages(self.home) if self.home else []

    @property
    def find_page(self) -> FindOffersPage | None:
        """The site's page Find tilbud; None where it has none."""
        return next((page for page in self._linked if isinstance(page, FindOffersPage)), None)

    @property
    def find_url(self) -> str:
        """The address of the site's search page, or of the front page where there is none."""
        return self.bare_url(self.find_page) if self.find_page else "/"

    @property
    def text_urls(self) -> dict[str, str]:
        """The addresses of the site's text pages, by role."""
        # The first in the tree wins, should a second have been moved here.
        return {page.role: self.page_url(page) for page in reversed(self._linked) if isinstance(page, TextPage)}

    @cached_property
    def shortlist(self) -> Shortlist:
        """The visitor's list, as this address carries it or shows it."""
        match = self._request.resolver_match
        shown = match.kwargs.get("keys", "") if match else ""
        told = Shortlist.read(shown) if shown else Shortlist.carried(self._request.GET)
        # What is gone does not count: "Min liste (2)" leads to two offers.
        return told.among(OfferPage.objects.live().public().filter(pk__in=told.keys).values_list("pk", flat=True))

    @cached_property
    def query_without_list(self) -> str:
        """What this address asks for, as it stands in an address, without the visitor's list."""
        asked = self._request.GET.copy()
        asked.pop(PARAM, None)
        return asked.urlencode()

    def carrying(self, url: str) -> str:
        """An address with the visitor's list, if there is one: every link to a page goes through here."""
        if not len(self.shortlist) or not url:
            return url
        return f"{url}{'&' if urlsplit(url).query else '?'}{PARAM}={self.shortlist.text}"

    def page_url(self, page: Page) -> str:
        """The address of a page as seen from this site, with the visitor's list."""
        return self.carrying(self.bare_url(page))

    def bare_url(self, page: Page) -> str:
        """The address of a page alone; national pages stay in the municipality's frame. No site: the front page's."""
        if self.municipality is not None:
            # Tree addresses are "/portal/branch/…".
            below_portal = page.url_path.split("/", 2)[2]
            if below_portal.startswith(f"{NationalBranchPage.SLUG}/"):
                return reverse("wagtail_serve", args=[below_portal])
        return page.get_url(self._request) or "/"

    @property
    def front_crumb(self) -> list[tuple[str, str]]:
        """Where the way down to every page begins: the front page; nowhere without a site."""
        return [(self.home.title, self.page_url(self.home))] if self.home else []

    def crumbs(self, page: Page) -> list[tuple[str, str]]:
        """The way down to a page from the site's front page: titles and addresses, the page itself last."""
        home = self.home
        above = [
            row for row in page.get_ancestors() if row.depth > PORTAL_DEPTH and (home is None or row.pk != home.pk)
        ]
        # Above a page may stand one that nobody can see: then its title is text.
        return [
            *self.front_crumb,
            *((row.title, self.page_url(row) if row.live else "") for row in above),
            (page.title, self.page_url(page)),
        ]


@kept(SiteSettings, Image)
def _settings_of(site_pk: int | None) -> SiteSettings:
    return SiteSettings.objects.filter(site=site_pk).select_related("logo").first() or SiteSettings()
