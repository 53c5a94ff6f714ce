"""The pages of a site that search engines may know: nothing sensitive, nothing for demonstration, no hidden address."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Q, QuerySet
from django.urls import reverse
from wagtail.models import Page, Site

from directory.models import FindOffersPage, OfferPage, Place, TextPage
from directory.models.place import AddressVisibility
from directory.sites.here import Here, here
from directory.sites.scope import on_site


class PagesSitemap(Sitemap):
    """The pages of the tree that stand on this site and no other."""

    def __init__(self, request) -> None:
        self.request = request

    def items(self) -> list[Page]:
        home = here(self.request).home
        if home is None:
            return []
        pages = Page.objects.live().public().descendant_of(home, inclusive=True).exclude(_elsewhere(home))
        return list(pages.exclude(pk__in=_quiet_pages()).order_by("path"))

    def location(self, item: Page) -> str:
        return item.get_url(self.request)

    def lastmod(self, item: Page):
        return item.last_published_at


class PlacesSitemap(Sitemap):
    """The houses that have a page on this site."""

    def __init__(self, request) -> None:
        self.request = request

    def items(self) -> QuerySet[Place]:
        site: Here = here(self.request)
        shown = on_site(OfferPage.objects.shown().for_citizens(), site.municipality).order_by()
        public = Place.objects.filter(visibility=AddressVisibility.PUBLIC, offers__in=shown.values("pk"))
        return public.exclude(offers__in=_quiet_offers().values("pk")).distinct().order_by("pk")

    def location(self, item: Place) -> str:
        return reverse("place", args=[item.slug])


def _elsewhere(home: Page) -> Q:
    """The branches below a front page that have a site of their own."""
    roots = Site.objects.filter(root_page__path__startswith=home.path).exclude(root_page=home.pk)
    found = Q(pk__in=[])
    for path in roots.values_list("root_page__path", flat=True):
        found |= Q(path__startswith=path)
    return found


def _quiet_offers() -> QuerySet[OfferPage]:
    """Offers whose pages ask search engines to forget them."""
    return OfferPage.objects.filter(Q(sensitive=True) | ~Q(demonstration="")).order_by()


def _quiet_pages() -> QuerySet:
    """The same with pages of text on sensitive matters, and the search itself, whose answers are nobody's page."""
    texts = TextPage.objects.filter(role__in=TextPage.SENSITIVE).order_by().values("pk")
    return _quiet_offers().values("pk").union(texts, FindOffersPage.objects.order_by().values("pk"))
