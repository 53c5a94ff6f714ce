"""The names of needs, as people who know the site type them: what carries the label stands first."""

from dataclasses import replace
from statistics import mean

from directory.models import Need
from search import Query, engine
from tests.relevance.systems import Site

#: The sites asked, by the names of their municipalities; None is the portal.
SITES = (None, "Vejle", "Randers", "Slagelse")
_EVERY = 1_000


def named_first(site: Site) -> float:
    """The share of needs that some offer of a site has, by whose name such an offer is found first."""
    return mean(_is_first(site.query(need.name, where), need.slug) for where, need in _pairs() if _having(where, need))


def _pairs():
    return ((where, need) for where in SITES for need in Need.objects.order_by("pk"))


def _having(where: str | None, need: Need) -> frozenset[str]:
    return _labelled(Site().query("", where), need.slug)


def _labelled(query: Query, slug: str) -> frozenset[str]:
    return frozenset(engine().search(replace(query, text="", facets={"need": (slug,)}, counted=(), size=_EVERY)).ids)


def _is_first(query: Query, slug: str) -> bool:
    ids = engine().search(replace(query, counted=())).ids
    return bool(ids) and ids[0] in _labelled(query, slug)
