"""The page Find tilbud: what was understood, the choices, the hits, and what to do when there are none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from directory.crisis.beside import help_beside
from directory.crisis.card import crisis_card
from directory.facets import FACETS
from directory.find import choices
from directory.find.asked import Asked
from directory.find.filters import OfferFilterSet
from directory.find.interpretation import interpretation, wish_chips
from directory.find.paging import HitPage
from directory.find.panel import chips, groups
from directory.find.suggesting import meant
from directory.indexing.entries import keys_of
from directory.models import OfferPage, OrganisationPage
from directory.offers.cards import cards
from directory.offers.shown import shown_offers
from directory.postal_codes import near
from directory.regions import region_of
from directory.sites.address import YES, Address, param
from directory.sites.here import here
from search import Results

_LISTED = 60


@dataclass(frozen=True)
class Sort:
    """One way to order the hits. The usual way has no value: it follows what is asked."""

    label: str
    value: str
    selected: bool


def found_page(request, filters: OfferFilterSet, results: Results, hits: HitPage) -> dict:
    """The context of the page with hits, or with none."""
    asked, understood, facet_groups = filters.asked, results.understood, groups(filters, results)
    return {
        "find_page": here(request).find_page,
        "asked": asked,
        "kept": _kept(asked),
        "interpretation": interpretation(understood, asked),
        "crisis": crisis_card(understood, region_of(here(request).slug)),
        "groups": facet_groups,
        "chosen": sum(group.selected for group in facet_groups),
        "chips": [*wish_chips(understood, asked), *chips(filters, understood.relaxed)],
        "clear_url": _without_choices(filters, results),
        "cards": cards(hits.offers, request, results.distances, understood.marks),
        "hits": hits,
        "meant": [] if hits.total else meant(request, asked.text),
        "help_beside": [] if hits.total else help_beside(request, near(asked.place, None)),
        "reaching": cards(_rows(results.reaching), request, {}, understood.marks),
        "reaching_total": results.reaching_total,
        "more": cards(_rows(results.more), request, results.distances, understood.marks),
        "sorts": _sorts(asked),
        "unanswered": _unanswered(asked, results),
        "with_unknown_url": str(asked.address.with_("also_unknown", YES)),
        "next_url": str(asked.address.page(hits.number + 1)) if hits.has_next else "",
        "previous_url": str(asked.address.page(hits.number - 1)) if hits.has_previous else "",
        **_elsewhere(asked),
    }


def _elsewhere(asked: Asked) -> dict[str, str]:
    """The same search in other forms: on a map, in a calendar, as news."""
    search = asked.address.first_page()
    # Whoever gives a feed away gives no list with it.
    feed = search.without("shortlist")
    return {
        "map_url": f"{reverse('map')}{search}",
        "calendar_url": f"{reverse('calendar')}{feed}",
        "feed_url": f"{reverse('changes')}{feed}",
    }


def _rows(ids: Sequence[str]) -> list[OfferPage]:
    """The offers that stand beside the hits, in no count of theirs."""
    return shown_offers(keys_of(ids)) if ids else []


def _kept(asked: Asked) -> list[tuple[str, str]]:
    """What the form carries along unseen: parameters of the address with their values."""
    return [(param("also_unknown"), YES)] if asked.also_unknown else []


def _sorts(asked: Asked) -> list[Sort]:
    usual = "relevance" if asked.text else "distance" if asked.place else "name"
    chosen = asked.sort or usual
    return [
        Sort(str(sort.label), "" if name == usual else sort.value, name == chosen)
        for name, sort in choices.SORTS.items()
        if (name != "distance" or asked.place) and (name != "relevance" or asked.text)
    ]


def _without_choices(filters: OfferFilterSet, results: Results) -> str:
    """The same words, with nothing chosen and nothing read as a wish."""
    asked, said = filters.asked, filters.time_said
    kept = Address.of(shortlist=asked.address.values("shortlist"))
    if asked.text:
        wishes = [wish.typed for wish in results.understood.wishes] + ([said.typed] if said.typed else [])
        kept = kept.with_("text", asked.address.value("text")).with_("unread", *asked.address.values("unread"), *wishes)
    return str(kept)


def _unanswered(asked: Asked, results: Results) -> int:
    """How many more there could be: offers that have not answered the one fact that was asked for."""
    facts = [fact.name for fact in FACETS.facts if fact.name in asked.values]
    if asked.also_unknown or len(facts) != 1:
        return 0
    return results.counts.get(facts[0], {}).get("unknown", 0)


def unavailable_page(request) -> dict:
    """The context of the page that says that search is out: the telephone, and the organisations as a list."""
    home = here(request).home
    rows = OrganisationPage.objects.live().public().descendant_of(home).order_by("title")[:_LISTED]
    return {"organisations": [(row.title, here(request).page_url(row)) for row in rows]}
