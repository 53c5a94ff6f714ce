"""From the query string to a `Query`. What can not be understood is left out, and told."""

import django_filters
from django.utils.translation import gettext_lazy as _

from directory.facets import FACETS, Facet
from directory.facets.ages import OLDEST
from directory.find import choices
from directory.find.fields import ChoiceField, NumberField, PhrasesField, TextField, ValuesField
from directory.models import OfferPage
from directory.postal_codes import near
from directory.sites.scope import scope_of
from search import Query

SORTS = {
    "passer": "relevance",
    "naermest": "distance",
    "foerst": "soonest",
    "navn": "name",
    "nyeste": "newest",
    "tjekket": "verified",
}
#: What a fact is in the address when it is asked for.
YES = "ja"


class _Asked(django_filters.Filter):
    """What is asked for by one name in the address, read by a field that refuses nothing."""

    def __init__(self, field_class, label, **options) -> None:
        super().__init__(label=label, **options)
        self.field_class = field_class


def _choices(facet: Facet) -> _Asked:
    if facet.rows:
        field_class, options = choices.field_of_rows(facet.rows)
        return _Asked(field_class, facet.label, **options)
    return _Asked(
        ValuesField, facet.label, choices=[(value.value, value.label) for value in facet.values if value.offered]
    )


def facet_filters() -> dict[str, _Asked]:
    """A filter for every facet, by its name in the address."""
    facts = {facet.param: _Asked(ValuesField, facet.label, choices=[(YES, facet.label)]) for facet in FACETS.facts}
    numbers = {
        facet.param: _Asked(NumberField, facet.label, min_value=0, max_value=OLDEST)
        for facet in FACETS
        if facet.is_number
    }
    return facts | {facet.param: _choices(facet) for facet in FACETS.choices} | numbers


def _facet_params() -> list[tuple[str, str]]:
    return [(facet.param, facet.param) for facet in FACETS.choices]


class OfferFilterSet(django_filters.FilterSet):
    """What a visitor asks of the search page: each facet, and this. Names are those of the address, in Danish."""

    q = _Asked(TextField, _("Write in your own words"))
    sted = _Asked(TextField, _("Postal code or town"))
    km = _Asked(NumberField, _("Within km"), min_value=1, max_value=500)
    sorter = _Asked(ChoiceField, _("Sort"), choices=choices.SORTS)
    ukendt = _Asked(ChoiceField, _("Also offers that have not answered"), choices=[(YES, _("Yes"))])
    praecis = _Asked(ChoiceField, _("Search exactly as typed"), choices=[(YES, _("Yes"))])
    ikke = _Asked(PhrasesField, _("Words that are not to be read as a wish"))
    alle = _Asked(ChoiceField, _("Show all choices of"), choices=_facet_params)

    @classmethod
    def get_filters(cls):
        """The filters of the facets, and those declared here."""
        return facet_filters() | super().get_filters()

    def __init__(self, data=None, *, municipality=None, request=None) -> None:
        super().__init__(data, queryset=OfferPage.objects.none(), request=request)
        self.municipality = municipality
        if municipality is not None:
            del self.filters["kommune"]

    def query(self, page: int = 1, size: int = 20) -> Query:
        """The query that the address asks for."""
        self.is_valid()
        asked = self.form.cleaned_data
        return Query(
            text=asked["q"],
            scope=scope_of(self.municipality),
            facets=self._chosen(asked),
            counted=tuple(facet.name for facet in (*FACETS.choices, *FACETS.facts) if facet.param in self.filters),
            near=near(asked["sted"], asked["km"]) if asked["sted"] else None,
            sort=SORTS.get(asked["sorter"]),
            page=page,
            size=size,
            exactly=bool(asked["praecis"]),
            unread=tuple(asked["ikke"]),
        )

    def _chosen(self, asked: dict) -> dict[str, tuple[str, ...]]:
        also_unknown = ("unknown",) if asked["ukendt"] else ()
        chosen = {
            facet.name: (*asked[facet.param], *also_unknown) for facet in FACETS.choices if asked.get(facet.param)
        }
        chosen |= {facet.name: ("yes", *also_unknown) for facet in FACETS.facts if asked.get(facet.param)}
        if asked["alder"] is not None:
            # Offers that state no age may be right too; they are marked on the page.
            chosen["age"] = (str(asked["alder"]), "unknown")
        return chosen

    @property
    def ignored(self) -> list[str]:
        """What the address asked for and nobody could understand, cut to a length that can be shown."""
        self.is_valid()
        named = [value for field in self.form.fields.values() for value in getattr(field, "ignored", ())]
        place = self.form.cleaned_data["sted"]
        return [*named, place] if place and near(place, None) is None else named
