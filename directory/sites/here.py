"""Where a visitor is: the site that was asked for, and what its pages need to know of it. One object for a request."""

from urllib.parse import urlsplit

from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from directory.models import FindOffersPage, HomePage, MunicipalityPage, NationalBranchPage, SiteSettings, TextPage
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
        rows = SiteSettings.objects.filter(site=Site.find_for_request(self._request)).select_related("logo")
        return rows.first() or SiteSettings()

    @cached_property
    def _linked(self) -> list[Page]:
        """The pages below the front page that every page links to, in one query."""
        rows = Page.objects.live().child_of(self.home) if self.home else Page.objects.none()
        # By their keys: below the portal's front page stand all offers, and a join would go through them.
        texts = TextPage.objects.filter(role__gt=TextPage.Role.OTHER).order_by().values("pk")
        keyed = rows.filter(pk__in=FindOffersPage.objects.order_by().values("pk").union(texts))
        return list(keyed.select_related("findofferspage").annotate(role=F("textpage__role")))

    @property
    def find_page(self) -> FindOffersPage | None:
        """The site's page Find tilbud; None where it has none."""
        return next((row.findofferspage for row in self._linked if row.role is None), None)

    @property
    def find_url(self) -> str:
        """The address of the site's search page, or of the front page where there is none."""
        return self.bare_url(self.find_page) if self.find_page else "/"

    @property
    def text_urls(self) -> dict[str, str]:
        """The addresses of the site's text pages, by role."""
        # The first in the tree wins, should a second have been moved here.
        return {row.role: self.page_url(row) for row in reversed(self._linked) if row.role}

    @cached_property
    def shortlist(self) -> Shortlist:
        """The visitor's list, as this address carries it or shows it."""
        match = self._request.resolver_match
        shown = match.kwargs.get("keys", "") if match else ""
        return Shortlist.read(shown) if shown else Shortlist.carried(self._request.GET)

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

    def crumbs(self, page: Page) -> list[tuple[str, str]]:
        """The way down to a page from the site's front page: titles and addresses, the page itself last."""
        home = self.home
        above = [
            row for row in page.get_ancestors() if row.depth > PORTAL_DEPTH and (home is None or row.pk != home.pk)
        ]
        front = [(home.title, self.bare_url(home))] if home else []
        return [*front, *((row.title, self.page_url(row)) for row in (*above, page))]
