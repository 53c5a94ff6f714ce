"""From the query string to what is asked, and to a `Query`. What cannot be understood is left out, and named."""

from dataclasses import replace
from functools import partial

import django_filters
from django.forms import Form
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from directory.facets import FACETS, Facet
from directory.facets.ages import OLDEST
from directory.find import choices
from directory.find.asked import Asked
from directory.find.fields import ChoiceField, NumberField, PhrasesField, TermsField, TextField, ValuesField
from directory.find.opening import OPENINGS, window
from directory.find.time_wish import NO_TIME, TimeWish, read_time
from directory.models import HomePage, Language, NationalBranchPage, Need, OfferPage, TargetGroup
from directory.models.kept import kept
from directory.models.kind_name import kind_names
from directory.postal_codes import near
from directory.sites.address import YES, Address, names, param
from directory.sites.scope import reaching, scope_of
from directory.text import whole_number
from directory.vocabulary.phrases import belongs_to_phrase
from search import Query

#: How many hits a page has, where nothing else is said.
PAGE_SIZE = 20
#: The number of a page of hits has no more digits.
MAX_PAGE_DIGITS = 5
#: So many facets narrow one search. Each is looked through once more for its counts, so all of them would cost ten searches.
MAX_NARROWING = 8


class _Filter(django_filters.Filter):
    """What is asked for by one name in the address, read by a field that refuses nothing."""

    def __init__(self, field_class, label, **options) -> None:
        super().__init__(label=label, **options)
        self.field_class = field_class


def _choices(facet: Facet) -> _Filter:
    if facet.rows:
        field_class, options = choices.field_of_rows(facet.rows)
        return _Filter(field_class, facet.label, **options)
    return _Filter(
        ValuesField, facet.label, choices=[(value.value, value.label) for value in facet.values if value.offered]
    )


def _of_facets() -> dict[str, _Filter]:
    facts = {facet.param: _Filter(ValuesField, facet.label, choices=[(YES, facet.label)]) for facet in FACETS.facts}
    numbers = {
        facet.param: _Filter(NumberField, facet.label, min_value=0, max_value=OLDEST)
        for facet in FACETS
        if facet.is_number
    }
    return facts | {facet.param: _choices(facet) for facet in FACETS.choices} | numbers


def _beside_facets() -> dict[str, _Filter]:
    yes = [(YES, _("Yes"))]
    filters = {
        "text": _Filter(TextField, _("Write in your own words")),
        "place": _Filter(TextField, _("Postal code or town")),
        "km": _Filter(NumberField, _("Within km"), min_value=1, max_value=500),
        "sort": _Filter(ChoiceField, _("Sort"), choices=[(sort.value, sort.label) for sort in choices.SORTS.values()]),
        "also_unknown": _Filter(ChoiceField, _("Also offers that have not answered"), choices=yes),
        "opening": _Filter(
            ChoiceField, _("Open"), choices=[(one.value, one.label) for one in OPENINGS.values() if one.offered]
        ),
        "exactly": _Filter(ChoiceField, _("Search exactly as typed"), choices=yes),
        "unread": _Filter(PhrasesField, _("Words that are not to be read as a wish")),
        "expanded": _Filter(
            ChoiceField, _("Show all choices of"), choices=[(facet.param, facet.param) for facet in FACETS.choices]
        ),
    }
    return {param(name): one for name, one in filters.items()}


class OfferFilterSet(django_filters.FilterSet):
    """What a visitor asks of the search page: the facets, and what stands beside them. Its filters bear the address's names."""

    @classmethod
    def get_filters(cls):
        """A filter for each parameter, made from the tables."""
        return _of_facets() | _beside_facets()

    def __init__(self, data=None, *, municipality=None, request=None) -> None:
        # The form is made of the filters once; copies of thirty of them for each request would be asked for nothing.
        self.base_filters = {}
        super().__init__(data, queryset=OfferPage.objects.none(), request=request)
        self.municipality = municipality

    def get_form_class(self):
        """The form of the site: made once for its language, and again when what can be chosen has changed."""
        return _form_class(get_language(), on_portal=self.municipality is None)

    @cached_property
    def asked(self) -> Asked:
        """What the address asks for."""
        self.is_valid()
        address = Address(self.data or None)
        found = self.form.cleaned_data
        told = {name: found.get(param(name)) for name in names()}
        lost = bool(told["place"]) and near(told["place"], None) is None
        chosen = self._values(told)
        return Asked(
            text=told["text"],
            values=dict(chosen[:MAX_NARROWING]),
            age=told["age"],
            place="" if lost else told["place"],
            km=told["km"],
            sort=choices.sort_of(told["sort"], has_place=bool(told["place"]) and not lost),
            also_unknown=bool(told["also_unknown"]),
            opening=next((name for name, one in OPENINGS.items() if one.value == told["opening"]), ""),
            exactly=bool(told["exactly"]),
            unread=tuple(told["unread"]),
            expanded=next((facet.name for facet in FACETS.choices if facet.param == told["expanded"]), ""),
            page=whole_number(address.value("page"), MAX_PAGE_DIGITS) or 1,
            ignored=tuple(self._ignored()),
            too_many=tuple(name for name, _values in chosen[MAX_NARROWING:]),
            unknown_place=told["place"] if lost else "",
            unknown_age=next(iter(self.form.fields[param("age")].ignored), "").strip(),
            address=address,
        )

    def _values(self, told: dict) -> list[tuple[str, tuple[str, ...]]]:
        """What was chosen, facet by facet, in the order of the table."""
        chosen = [(facet.name, tuple(told[facet.name])) for facet in FACETS.choices if told[facet.name]]
        return chosen + [(facet.name, ("yes",)) for facet in FACETS.facts if told[facet.name]]

    def _ignored(self) -> list[str]:
        """What nobody understood among the choices; an age is told beside its own field."""
        fields = (field for name, field in self.form.fields.items() if name != param("age"))
        return [value for field in fields for value in getattr(field, "ignored", ())]

    def query(self, size: int = PAGE_SIZE) -> Query:
        """The query that the address asks for, with so many hits a page."""
        asked, wished, said = self.asked, self.time_wish, self.time_said
        opening = window(wished.opening or asked.opening, wished.part, wished.clock)
        return Query(
            text=asked.text,
            scope=scope_of(self.municipality),
            facets=self._narrowing(),
            counted=tuple(facet.name for facet in (*FACETS.choices, *FACETS.facts) if self.has(facet)),
            near=near(asked.place, asked.km) if asked.place else None,
            reaching=reaching(asked.place) if asked.place and asked.km else {},
            open_at=opening.begins,
            open_until=opening.ends,
            sort=asked.sort,
            page=asked.page,
            size=size,
            exactly=asked.exactly,
            unread=asked.unread,
            aside=(said.typed,) if said.typed else (),
            wished=wished.narrows,
        )

    def _narrowing(self) -> dict[str, tuple[str, ...]]:
        """What was chosen, and the days that the words wish for."""
        when, unknown = self.time_wish.when, ("unknown",) if self.asked.also_unknown else ()
        return self.asked.facets() | ({"when": (*when, *unknown)} if when else {})

    def query_of_hits(self, size: int) -> Query:
        """The same for so many of the first hits alone, without counts and what stands beside them: for maps, calendars, feeds."""
        return replace(self.query(size), page=1, counted=(), reaching={})

    @cached_property
    def time_said(self) -> TimeWish:
        """The time that the words name, whatever was chosen. Words that are to be taken as typed name none."""
        asked = self.asked
        if asked.exactly:
            return NO_TIME
        is_told = partial(belongs_to_phrase, text=asked.text)
        return read_time(asked.text, asked.unread, is_told, english=get_language() == "en")

    @cached_property
    def time_wish(self) -> TimeWish:
        """The same, unless a time of its sort was chosen: what is chosen goes before what is read."""
        asked, said = self.asked, self.time_said
        chosen = asked.opening if said.opening else "when" in asked.values
        return NO_TIME if chosen else said

    def has(self, facet: Facet) -> bool:
        """Whether the facet can be chosen on this site."""
        return facet.param in self.form.fields

    def options(self, facet: Facet) -> list[tuple[str, str, int]]:
        """The values of a facet, their names, and how deep each stands in its tree, from 0."""
        field = self.form.fields[facet.param]
        depths = {term.slug: term.depth for term in field.terms} if isinstance(field, TermsField) else {}
        own = kind_names(self.municipality) if facet.name == "kind" else {}
        return [(value, own.get(value, str(label)), depths.get(value, 0)) for value, label in field.choices]


@kept(Need, TargetGroup, Language, HomePage, NationalBranchPage)
def _form_class(language: str | None, *, on_portal: bool) -> type[Form]:
    """The form of a portal, or of a municipality, where there is no municipality to choose."""
    filters = OfferFilterSet.get_filters()
    if not on_portal:
        del filters[param("municipality")]
    return type("OfferFilterForm", (Form,), {name: one.field for name, one in filters.items()})


#: The names in the address whose values somebody writes, and does not choose.
WRITTEN = frozenset(
    name for name, one in OfferFilterSet.base_filters.items() if one.field_class in {TextField, PhrasesField}
)
