"""Which offers belong on a site: the municipality's own and those of the whole country; all on the portal.

Said twice, for the index and for the database; a test holds the two together.
"""

from django.db.models import Q, QuerySet

from directory.facets import SERVES
from directory.models import MunicipalityPage, NationalBranchPage, OfferPage
from directory.postal_codes import municipality_of


def on_site(offers: QuerySet[OfferPage], municipality: MunicipalityPage | None) -> QuerySet[OfferPage]:
    """Those of the offers that the site of this municipality shows."""
    if municipality is None:
        return offers
    # Asked for inside the one query: an offer's page should not pay another one for it.
    national = NationalBranchPage.objects.order_by("path").values("path")[:1]
    return offers.filter(Q(path__startswith=municipality.path) | Q(path__startswith=national))


def scope_of(municipality: MunicipalityPage | None) -> dict[str, tuple[str, ...]]:
    """The same for a search: the facet and the values that the site of this municipality is limited to."""
    return {} if municipality is None else {"municipality": (municipality.slug, NationalBranchPage.SLUG)}


def reaching(place: str) -> dict[str, tuple[str, ...]]:
    """The values that offers have which come to whoever lives at this place, by telephone, online or to their homes."""
    return {SERVES: tuple(filter(None, (municipality_of(place), NationalBranchPage.SLUG)))}
