"""Finding the listings that an offer may be a second one of. Pairs are looked for among those that share something."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.duplicates.names import are_alike
from directory.geo import kilometres
from directory.models import OfferPage, OrganisationPage
from directory.models.tree import path_above
from directory.telephone import dialled

#: Two houses that are nearer than this, in kilometres, may be one.
NEAR_KM = 0.15
#: Cells of a grid, in degrees, that are larger than that distance: who is near is in the same one or beside it.
_CELL = 0.003
#: Hosts on which many have a page: it is the page that is theirs.
_SHARED_HOSTS = ("facebook.com", "instagram.com", "sites.google.com", "linkedin.com")


@dataclass(frozen=True, slots=True)
class Listing:
    """What is compared of an offer."""

    name: str
    organisation: str = ""
    phone: str = ""
    website: str = ""
    point: tuple[float, float] | None = None
    town: str = ""
    key: int | None = None

    @property
    def number(self) -> str:
        """The telephone number as it is dialled."""
        return dialled(self.phone) or ""

    @property
    def site(self) -> str:
        """The host of the web page, and on a host of many the page itself."""
        parts = urlsplit(self.website.casefold())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        return host + parts.path.rstrip("/") if host in _SHARED_HOSTS else host


def shared(one: Listing, other: Listing) -> str:
    """What shows that two listings with like names are one, in words; nothing where they are two."""
    if not are_alike(one.name, other.name, one.town or other.town):
        return ""
    if one.number and one.number == other.number:
        return _("the same telephone")
    if one.site and one.site == other.site:
        return _("the same web site")
    if one.point and other.point and kilometres(one.point, other.point) <= NEAR_KM:
        return _("the same house")
    same = one.organisation.casefold() == other.organisation.casefold() != ""
    return _("the same organisation") if same and one.name.casefold() == other.name.casefold() else ""


class Listings:
    """The listings of a branch, by what two of one offer share: of ten thousand a few are compared with each other."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        self._held: dict[tuple, list[Listing]] = defaultdict(list)
        for listing in listings:
            self.add(listing)

    def add(self, listing: Listing) -> None:
        """Hold one more, to be found from now on."""
        for sign in _signs(listing):
            self._held[sign].append(listing)

    def like(self, listing: Listing) -> Iterator[tuple[Listing, str]]:
        """Those that may be the same offer, each with what they share."""
        seen: set[int] = set()
        for sign in _signs(listing, around=True):
            for other in self._held.get(sign, ()):
                if id(other) not in seen and (told := shared(listing, other)):
                    seen.add(id(other))
                    yield other, told


def _signs(listing: Listing, *, around: bool = False) -> Iterator[tuple]:
    if listing.number:
        yield "phone", listing.number
    if listing.site:
        yield "site", listing.site
    if listing.organisation:
        yield "name", listing.organisation.casefold(), listing.name.casefold()
    if listing.point:
        row, column = (round(degrees / _CELL) for degrees in listing.point)
        beside = (-1, 0, 1) if around else (0,)
        yield from (("cell", row + up, column + right) for up in beside for right in beside)


def listings_of(branch: Page) -> Listings:
    """All offers of a branch, drafts among them, in one question for the offers and one for their organisations."""
    return Listings(listing for _path, listing in read_listings(OfferPage.objects.descendant_of(branch)))


def read_listings(offers: QuerySet[OfferPage]) -> Iterator[tuple[str, Listing]]:
    """The offers with their paths in the tree, as they are compared."""
    organisations = dict(OrganisationPage.objects.order_by().values_list("path", "title"))
    rows = offers.values_list(
        "pk", "path", "title", "phone", "website", "place__lat", "place__lon", "place__city", "place__approximate"
    )
    for key, path, title, phone, website, lat, lon, city, approximate in rows:
        yield (
            path,
            Listing(
                name=title,
                organisation=organisations.get(path_above(path), ""),
                phone=phone,
                website=website,
                point=None if lat is None or lon is None or approximate else (lat, lon),
                town=city or "",
                key=key,
            ),
        )
