"""From the query string to a `Query`. What can not be understood is left out, and told."""

from typing import ClassVar

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from directory.find import choices
from directory.find.fields import ChoiceField, NumberField, PhrasesField, TermsField, TextField, ValuesField
from directory.models import Language, MunicipalityPage, NationalBranchPage, Need, OfferPage, TargetGroup
from directory.postal_codes import near
from directory.sites.scope import scope_of
from search import Query, name_key

SORTS = {
    "passer": "relevance",
    "naermest": "distance",
    "foerst": "soonest",
    "navn": "name",
    "nyeste": "newest",
    "tjekket": "verified",
}


class _Text(django_filters.Filter):
    field_class = TextField


class _Values(django_filters.Filter):
    field_class = ValuesField


class _Terms(django_filters.Filter):
    field_class = TermsField


class _Phrases(django_filters.Filter):
    field_class = PhrasesField


class _Number(django_filters.Filter):
    field_class = NumberField


class _Choice(django_filters.Filter):
    field_class = ChoiceField


def _languages():
    return list(Language.objects.values_list("code", "name"))


def _municipalities():
    """Municipalities and the branch of the whole country, in Danish order."""
    rows = Page.objects.live().type(MunicipalityPage, NationalBranchPage).values_list("slug", "title")
    return sorted(rows, key=lambda row: (row[0] != NationalBranchPage.SLUG, name_key(row[1])))


def _facet_params() -> list[tuple[str, str]]:
    return [(name, name) for name in OfferFilterSet.FACETS]


def _facts() -> dict[str, django_filters.Filter]:
    """A filter for every fact that can be asked for."""
    return {fact.param: _Values(label=fact.label, choices=[("ja", fact.label)]) for fact in choices.FACTS}


# The facts are a table; django-filter finds filters among a class's attributes.
_FactFilters = type("_FactFilters", (django_filters.FilterSet,), _facts())


class OfferFilterSet(_FactFilters):
    """What a visitor asks of the search page. Names are those of the address, in Danish."""

    q = _Text(label=_("Write in your own words"))
    behov = _Terms(label=_("What you need"), model=Need)
    maalgruppe = _Terms(label=_("For whom"), model=TargetGroup)
    type = _Values(label=_("Kind of offer"), choices=choices.kinds)
    adgang = _Values(label=_("How you get in"), choices=choices.ACCESS)
    trin = _Values(label=_("How much help"), choices=choices.LADDER)
    maade = _Values(label=_("In what form"), choices=choices.FORMS)
    hvornaar = _Values(label=_("When"), choices=choices.WHEN)
    sprog = _Values(label=_("Language"), choices=_languages)
    kommune = _Values(label=_("Municipality"), choices=_municipalities)
    alder = _Number(label=_("Age"), min_value=0, max_value=120)
    sted = _Text(label=_("Postal code or town"))
    km = _Number(label=_("Within km"), min_value=1, max_value=500)
    sorter = _Choice(label=_("Sort"), choices=choices.SORTS)
    ukendt = _Choice(label=_("Also offers that have not answered"), choices=[("ja", _("Yes"))])
    praecis = _Choice(label=_("Search exactly as typed"), choices=[("ja", _("Yes"))])
    ikke = _Phrases(label=_("Words that are not to be read as a wish"))
    alle = _Choice(label=_("Show all choices of"), choices=_facet_params)

    #: From the address's names to the index's.
    FACETS: ClassVar[dict[str, str]] = {
        "behov": "need",
        "maalgruppe": "target_group",
        "type": "kind",
        "adgang": "access",
        "trin": "level",
        "maade": "form",
        "hvornaar": "when",
        "sprog": "language",
        "kommune": "municipality",
    }

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
            counted=tuple(facet for name, facet in self.facet_names.items() if name in self.filters),
            near=near(asked["sted"], asked["km"]) if asked["sted"] else None,
            sort=SORTS.get(asked["sorter"]),
            page=page,
            size=size,
            exactly=bool(asked["praecis"]),
            unread=tuple(asked["ikke"]),
        )

    @property
    def facet_names(self) -> dict[str, str]:
        """All names in the address that stand for a facet, with the facet."""
        return self.FACETS | {fact.param: fact.facet for fact in choices.FACTS}

    def _chosen(self, asked: dict) -> dict[str, tuple[str, ...]]:
        also_unknown = ("unknown",) if asked["ukendt"] else ()
        chosen = {facet: (*asked[name], *also_unknown) for name, facet in self.FACETS.items() if asked.get(name)}
        chosen |= {fact.facet: ("yes", *also_unknown) for fact in choices.FACTS if asked.get(fact.param)}
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
