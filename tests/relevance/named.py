"""The site's own words, as people who read it type them: what they stand for stands first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import mean

from directory.models import Need
from directory.seed_data import seed_data
from search import Query, engine
from tests.relevance.systems import Site

#: The sites asked, by the names of their municipalities; None is the portal.
SITES = (None, "Vejle", "Randers", "Slagelse")
#: The examples of the search box, in Danish (`components/search_box.html`), with the needs that they tell of.
EXAMPLES = {"jeg sover dårligt": ("soevn",), "nogen at spise med": ("mad", "sund-mad")}
_EVERY = 1_000

Facets = Mapping[str, Sequence[str]]


def own_words_first(site: Site) -> dict[str, float]:
    """The shares for the gate."""
    return {"needs by name, first": named_first(site), "cards and examples, first": shown_first(site)}


def named_first(site: Site) -> float:
    """The share of needs that some offer of a site has, by whose name such an offer is found first."""
    return _first(site, [(need.name, {"need": [need.slug]}) for need in Need.objects.order_by("pk")])


def shown_first(site: Site) -> float:
    """The same for the cards of the front page and the examples of the search box."""
    return _first(site, [*_cards(), *((text, {"need": needs}) for text, needs in EXAMPLES.items())])


def missed(site: Site) -> list[tuple[str | None, str]]:
    """The cards and examples for which something else is found first, with the site."""
    pairs = [*_cards(), *((text, {"need": needs}) for text, needs in EXAMPLES.items())]
    return [(where, text) for where, text, facets in _asked(pairs) if not _is_first(site, where, text, facets)]


def _cards() -> Iterator[tuple[str, Facets]]:
    names = {"needs": "need", "target_groups": "target_group", "kinds": "kind"}
    for card in seed_data("home.json")["cards"]:
        facets = {names[key]: card[key] for key in names if card[key]}
        if facets:
            yield card["label"], facets


def _first(site: Site, pairs: Sequence[tuple[str, Facets]]) -> float:
    return mean(_is_first(site, where, text, facets) for where, text, facets in _asked(pairs))


def _asked(pairs: Sequence[tuple[str, Facets]]) -> Iterator[tuple[str | None, str, Facets]]:
    """The words on each site that has an offer for them: elsewhere they are not shown."""
    return ((where, text, facets) for where in SITES for text, facets in pairs if _having(where, facets))


def _having(where: str | None, facets: Facets) -> frozenset[str]:
    query = Site().query("", where)
    chosen = {name: tuple(values) for name, values in facets.items()}
    return frozenset(engine().search(replace(query, facets=chosen, counted=(), size=_EVERY)).ids)


def _is_first(site: Site, where: str | None, text: str, facets: Facets) -> bool:
    query: Query = site.query(text, where)
    ids = engine().search(replace(query, counted=())).ids
    return bool(ids) and ids[0] in _having(where, facets)
