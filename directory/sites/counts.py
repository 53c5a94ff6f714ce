"""How many offers a site has of each value of some facets."""

from collections.abc import Mapping

from directory.models import MunicipalityPage
from directory.sites.scope import scope_of
from search import Query, SearchUnavailable, engine

#: How many offers of a site have each value, by the name of the facet.
Counts = Mapping[str, Mapping[str, int]]


def counts_of(municipality: MunicipalityPage | None, *facets: str) -> Counts | None:
    """Those of a municipality's site, or of the portal; None while the search is out, when nobody knows."""
    query = Query(scope=scope_of(municipality), counted=facets, size=1)
    try:
        return engine().search(query).counts
    except SearchUnavailable:
        return None
