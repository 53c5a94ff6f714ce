"""The frame around every page: whose site it is, where its search is, whom one can call."""

from urllib.parse import urlsplit

from django.db.models import F
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site

from directory.models import FindOffersPage, HomePage, MunicipalityPage, NationalBranchPage, SiteSettings, TextPage
from directory.models.tree import PORTAL_DEPTH
from directory.sites.shortlist import PARAM, Shortlist
from directory.sites.theme import theme_url


def home_of(request) -> HomePage | None:
    """The front page of the site that was asked for, in its own class; kept on the request."""
    if not hasattr(request, "_vejviser_home"):
        site = Site.find_for_request(request)
        page = site.root_page.specific if site else None
        request._vejviser_home = page if isinstance(page, HomePage) else None
    return request._vejviser_home


def settings_of(request) -> SiteSettings:
    """What the site's editors chose for the whole site, as it is at first where they chose nothing; kept on the request.

    Wagtail's own `for_request` would write a row when a visitor comes.
    """
    if not hasattr(request, "_vejviser_settings"):
        rows = SiteSettings.objects.filter(site=Site.find_for_request(request)).select_related("logo")
        request._vejviser_settings = rows.first() or SiteSettings()
    return request._vejviser_settings


def municipality_of(request) -> MunicipalityPage | None:
    """The municipality whose site it is, or None on the portal."""
    home = home_of(request)
    return home if isinstance(home, MunicipalityPage) else None


def site_of(request) -> str:
    """The municipality's short name, or nothing on the portal."""
    here = municipality_of(request)
    return here.slug if here else ""


def _linked(request) -> list[Page]:
    """The pages below the front page that every page links to, in one query; kept on the request."""
    if not hasattr(request, "_vejviser_linked"):
        home = home_of(request)
        rows = Page.objects.live().child_of(home) if home else Page.objects.none()
        # By their keys: below the portal's front page stand all offers, and a join would go through them.
        texts = TextPage.objects.filter(role__gt=TextPage.Role.OTHER).order_by().values("pk")
        keyed = rows.filter(pk__in=FindOffersPage.objects.order_by().values("pk").union(texts))
        request._vejviser_linked = list(keyed.select_related("findofferspage").annotate(role=F("textpage__role")))
    return request._vejviser_linked


def find_page_of(request) -> FindOffersPage | None:
    """The site's search page."""
    return next((row.findofferspage for row in _linked(request) if row.role is None), None)


def text_urls(request) -> dict[str, str]:
    """The addresses of the site's text pages, by role."""
    # The first in the tree wins, should a second have been moved here.
    return {row.role: page_url(row, request) for row in reversed(_linked(request)) if row.role}


def find_url(request) -> str:
    """The address of the site's search page, or of the front page where there is none."""
    page = find_page_of(request)
    return page.get_url(request) if page else "/"


def shortlist_of(request) -> Shortlist:
    """The visitor's list as this address carries it, or shows it; kept on the request."""
    if not hasattr(request, "_vejviser_shortlist"):
        shown = request.resolver_match.kwargs.get("keys", "") if request.resolver_match else ""
        request._vejviser_shortlist = Shortlist.read(shown) if shown else Shortlist.carried(request.GET)
    return request._vejviser_shortlist


def carrying(url: str, request) -> str:
    """The address with the visitor's list, if there is one: every link to a page goes through here."""
    listed = shortlist_of(request)
    if not len(listed) or not url:
        return url
    return f"{url}{'&' if urlsplit(url).query else '?'}{PARAM}={listed.text}"


def page_url(page, request) -> str:
    """The address of a page as seen from the site asked for, with the visitor's list."""
    return carrying(site_url(page, request), request)


def site_url(page, request) -> str:
    """The address of a page alone; national pages stay in the municipality's frame."""
    if municipality_of(request) is not None:
        # Tree addresses are "/portal/branch/…".
        below_portal = page.url_path.split("/", 2)[2]
        if below_portal.startswith(f"{NationalBranchPage.SLUG}/"):
            return reverse("wagtail_serve", args=[below_portal])
    return page.get_url(request)


def crumbs(page, request) -> list[tuple[str, str]]:
    """The way down to a page from the site's front page: title and address, the page itself last."""
    home = home_of(request)
    above = [row for row in page.get_ancestors() if row.depth > PORTAL_DEPTH and (home is None or row.pk != home.pk)]
    front = [(home.title, home.get_url(request))] if home else []
    return [*front, *((row.title, page_url(row, request)) for row in (*above, page))]


def frame(request) -> dict:
    """The context of the frame; read from the database only by pages that show it."""
    return {
        "home": SimpleLazyObject(lambda: home_of(request)),
        "municipality": SimpleLazyObject(lambda: municipality_of(request)),
        "site_settings": SimpleLazyObject(lambda: settings_of(request)),
        "theme_url": SimpleLazyObject(lambda: theme_url(settings_of(request))),
        "find_url": SimpleLazyObject(lambda: find_url(request)),
        "text_urls": SimpleLazyObject(lambda: text_urls(request)),
        "shortlist": SimpleLazyObject(lambda: shortlist_of(request)),
    }
