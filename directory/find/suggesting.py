"""What the search box suggests while somebody types: names that lead to something on this site."""

import time

from django.db.models import Count, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.find import choices
from directory.models import (
    Generation,
    MunicipalityPage,
    Need,
    OfferPage,
    OrganisationPage,
    SynonymGroup,
    TargetGroup,
)
from directory.models.place import AddressVisibility
from directory.sites.address import Address
from directory.sites.here import here
from directory.sites.scope import scope_of
from search import Query, SearchUnavailable, Suggestion, Suggestions, engine, suggestions

#: Shorter beginnings fit too much to be of help.
MIN_LETTERS = 2
#: Longer ones are no beginnings.
MAX_TEXT_LENGTH = 60
#: A table is made again so often, in seconds: what was published meanwhile is found all the same, only not suggested.
_LASTS = 600
#: More tables than this process needs; each is about as large as the names of its offers.
_MAX_TABLES = 256
_tables: dict[tuple, Suggestions] = {}
_COUNTED = ("need", "target_group", "kind")


def suggested(request, typed: str) -> list[dict[str, str]]:
    """The suggestions for a beginning: what it says, what kind of thing it is, where it leads."""
    typed = typed[:MAX_TEXT_LENGTH]
    if len(typed.strip()) < MIN_LETTERS:
        return []
    return [{"label": row.label, "kind": row.kind, "url": row.address} for row in _table(request).find(typed)]


def meant(request, typed: str) -> list[Suggestion]:
    """What somebody may have meant whose words find nothing: names that look like them."""
    try:
        return list(_table(request).like(typed)) if typed else []
    except SearchUnavailable:
        # The page says that there is nothing, which it knew a moment ago; names are no more than a help.
        return []


def _table(request) -> Suggestions:
    """The table of the site and language, made by the first who asks."""
    municipality = here(request).municipality
    period = int(time.monotonic() // _LASTS)
    key = (municipality.slug if municipality else "", get_language() or "", Generation.current(), period)
    if key not in _tables:
        if len(_tables) >= _MAX_TABLES:
            _tables.clear()
        _tables[key] = suggestions(_rows(request, municipality), scope_of(municipality))
    return _tables[key]


def _rows(request, municipality: MunicipalityPage | None) -> list[Suggestion]:
    """All that can be suggested on the site, with how many offers stand behind it."""
    counts = engine().search(Query(scope=scope_of(municipality), counted=_COUNTED, size=0)).counts
    start = here(request).find_url
    return [
        *_terms(start, counts),
        *_kinds(start, counts),
        *_synonyms(start, municipality),
        *_places(start, municipality),
        *_pages(request, municipality),
    ]


def _terms(start: str, counts):
    for model, name, kind in ((Need, "need", _("need")), (TargetGroup, "target_group", _("target group"))):
        found = counts.get(name, {})
        for term in model.objects.all():
            address = f"{start}{Address.of(**{name: term.slug})}"
            yield Suggestion(str(term), kind, found.get(term.slug, 0), address)


def _kinds(start: str, counts):
    for kind, name in choices.kind_choices():
        label = str(name)
        address = f"{start}{Address.of(kind=kind)}"
        yield Suggestion(label[:1].upper() + label[1:], _("kind of offer"), counts["kind"].get(kind, 0), address)


def _synonyms(start: str, municipality):
    """The names of groups of words; what a search for one finds is asked when somebody begins to type it."""
    for group in SynonymGroup.objects.all():
        if group.municipality_id is None or (municipality is not None and group.municipality_id == municipality.pk):
            yield Suggestion(group.head, _("search"), None, f"{start}{Address.of(text=group.head)}")


def _places(start: str, municipality):
    towns = _offers(municipality).filter(place__visibility=AddressVisibility.PUBLIC).exclude(place__city="")
    for town, number in towns.values_list("place__city").annotate(Count("pk")).order_by("place__city"):
        yield Suggestion(town, _("town"), number, f"{start}{Address.of(place=town)}")


def _offers(municipality) -> QuerySet[OfferPage]:
    shown = OfferPage.objects.shown().for_citizens()
    return shown if municipality is None else shown.descendant_of(municipality)


def _pages(request, municipality):
    """Offers and organisations by their names."""
    for offer in _offers(municipality).only("title", "path", "url_path", "depth"):
        yield Suggestion(offer.title, _("offer"), 1, here(request).bare_url(offer))
    rows = OrganisationPage.objects.live().public()
    for row in rows if municipality is None else rows.descendant_of(municipality):
        yield Suggestion(row.title, _("organisation"), max(1, row.numchild), here(request).bare_url(row))
