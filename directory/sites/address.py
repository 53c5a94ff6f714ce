"""The address of a search. Its Danish parameters are spelled here and in the table of facets, and nowhere else."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.http import urlencode

from directory.facets import FACETS
from directory.sites.shortlist import PARAM as SHORTLIST

#: What an address tells beside the facets: the name in the code, and the parameter.
_BESIDE_FACETS = {
    "text": "q",
    "place": "sted",
    "km": "km",
    "sort": "sorter",
    "also_unknown": "ukendt",
    "exactly": "praecis",
    "opening": "aabent",
    "unread": "ikke",
    "expanded": "alle",
    "page": "side",
    "calendar_view": "vis",
    "first_day": "fra",
    "stopped": "stop",
    "questions_asked": "spurgt",
    "shortlist": SHORTLIST,
}
#: How an address says yes.
YES = "ja"


def param(name: str) -> str:
    """What the address calls what the code calls so."""
    return _BESIDE_FACETS.get(name) or FACETS[name].param


def names() -> tuple[str, ...]:
    """Everything that an address can ask, as the code calls it."""
    return (*_BESIDE_FACETS, *FACETS.names)


class Address:
    """The query string of a search. It never changes: every verb gives another one, from the first page of hits.

    Names are those that `param` knows. What else the string holds is carried along. A page has an address for each choice
    that can be taken back, so each value is written as an address has it once, and kept with the value.
    """

    def __init__(self, data: QueryDict | None = None) -> None:
        self._rows: dict[str, tuple[_Value, ...]] = {
            name: tuple(_Value(name, value) for value in values) for name, values in (data.lists() if data else ())
        }

    @classmethod
    def of(cls, **asked: str | Iterable[str]) -> "Address":
        """An address that asks for this and nothing else: `Address.of(need=["ensomhed"])`."""
        made = cls()
        for name, values in asked.items():
            made = made.with_(name, *([values] if isinstance(values, str) else values))
        return made

    def with_(self, name: str, *values: str) -> "Address":
        """With these values in place of those that it has."""
        return self._with(param(name), tuple(_Value(param(name), value) for value in values))

    def adding(self, name: str, *values: str) -> "Address":
        """With these values beside those that it has."""
        return self.with_(name, *self.values(name), *values)

    def without(self, name: str, value: str | None = None) -> "Address":
        """Without one value of a parameter, or without the parameter."""
        rows = self._rows.get(param(name), ())
        return self._with(param(name), tuple(row for row in rows if value is not None and row.value != value))

    def page(self, number: int) -> "Address":
        """The same search, another page of its hits."""
        return self.with_("page", str(number))

    def first_page(self) -> "Address":
        """The same search from its best hits on."""
        return self.without("page")

    def values(self, name: str) -> list[str]:
        """All values of a parameter, as somebody typed them."""
        return [row.value for row in self._rows.get(param(name), ())]

    def value(self, name: str) -> str:
        """The last value of a parameter; empty where there is none."""
        return (self.values(name) or [""])[-1]

    @property
    def data(self) -> QueryDict:
        """The parameters as Django reads them."""
        return QueryDict(self._written())

    def _with(self, parameter: str, rows: tuple["_Value", ...]) -> "Address":
        made = Address()
        kept = {name: values for name, values in self._rows.items() if name != param("page")}
        made._rows = kept | {parameter: rows}
        return made

    def _written(self) -> str:
        return "&".join(row.written for rows in self._rows.values() for row in rows)

    def __str__(self) -> str:
        return "?" + self._written()


class _Value:
    """One value of a parameter, and both as they stand in an address."""

    __slots__ = ("value", "written")

    def __init__(self, name: str, value: str) -> None:
        self.value = value
        self.written = urlencode({name: value})
