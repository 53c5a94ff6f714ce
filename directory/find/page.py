"""The page Find tilbud: what was understood, the choices, the hits, and what to do when there are none."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from directory.crisis.card import crisis_card
from directory.facets import FACETS
from directory.find import choices
from directory.find.filters import OfferFilterSet
from directory.find.interpretation import UNREAD, told, wish_chips
from directory.find.paging import PARAM, HitPage
from directory.find.panel import address, chips, groups
from directory.models import OrganisationPage
from directory.offers.cards import cards
from directory.sites.here import here
from directory.sites.shortlist import PARAM as SHORTLIST
from search import Results

_LISTED = 60


@dataclass(frozen=True)
class Sort:
    """One way to order the hits."""

    label: str
    url: str
    selected: bool


def found_page(request, filters: OfferFilterSet, results: Results, hits: HitPage) -> dict:
    """The context of the page with hits, or with none."""
    facet_groups = groups(filters, results)
    return {
        "filters": filters,
        "asked": filters.form.cleaned_data,
        "told": told(results.understood, request.GET),
        "crisis": crisis_card(results.understood),
        "groups": facet_groups,
        "chosen": sum(group.selected for group in facet_groups),
        "chips": [*wish_chips(filters, results.understood, request.GET), *chips(filters, request.GET)],
        "clear_url": _without_choices(filters, results, request.GET),
        "cards": cards(hits.offers, request, results.distances, results.understood.marks),
        "hits": hits,
        "sorts": _sorts(request, filters),
        "unanswered": _unanswered(filters, results),
        "with_unknown_url": address(request.GET, ukendt="ja"),
        "next_url": address(request.GET, **{PARAM: str(hits.number + 1)}) if hits.has_next else "",
        "previous_url": address(request.GET, **{PARAM: str(hits.number - 1)}) if hits.has_previous else "",
        "map_url": reverse("map") + address(request.GET),
        "ignored": filters.ignored,
    }


def _sorts(request, filters: OfferFilterSet) -> list[Sort]:
    asked = filters.form.cleaned_data
    usual = "passer" if asked["q"] else "naermest" if asked["sted"] else "navn"
    chosen = asked["sorter"] or usual
    offered = [
        (value, label)
        for value, label in choices.SORTS
        if (value != "naermest" or asked["sted"]) and (value != "passer" or asked["q"])
    ]
    return [Sort(str(label), address(request.GET, sorter=value), value == chosen) for value, label in offered]


def _without_choices(filters: OfferFilterSet, results: Results, data) -> str:
    """The same words, with nothing chosen and nothing read as a wish."""
    query = QueryDict(mutable=True)
    if SHORTLIST in data:
        query[SHORTLIST] = data[SHORTLIST]
    if filters.form.cleaned_data["q"]:
        query["q"] = data["q"]
        query.setlist(UNREAD, [*data.getlist(UNREAD), *(wish.typed for wish in results.understood.wishes)])
    return address(query)


def _unanswered(filters: OfferFilterSet, results: Results) -> int:
    """How many more there could be: offers that have not answered the one fact that was asked for."""
    if filters.form.cleaned_data["ukendt"]:
        return 0
    asked = [fact.name for fact in FACETS.facts if filters.form.cleaned_data[fact.param]]
    return results.counts.get(asked[0], {}).get("unknown", 0) if len(asked) == 1 else 0


def unavailable_page(request) -> dict:
    """The context of the page that says that search is out: the telephone, and the organisations as a list."""
    home = here(request).home
    rows = OrganisationPage.objects.live().public().descendant_of(home).order_by("title")[:_LISTED]
    return {"organisations": [(row.title, here(request).page_url(row)) for row in rows]}
