"""The address of a search. Its Danish parameters are spelled here and in the table of facets, and nowhere else."""

from collections.abc import Iterable

from django.http import QueryDict

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

    Names are those that `param` knows. What else the string holds is carried along.
    """

    def __init__(self, data: QueryDict | None = None) -> None:
        self._data = QueryDict() if data is None else data

    @classmethod
    def of(cls, **asked: str | Iterable[str]) -> "Address":
        """An address that asks for this and nothing else: `Address.of(need=["ensomhed"])`."""
        made = cls()
        for name, values in asked.items():
            made = made.with_(name, *([values] if isinstance(values, str) else values))
        return made

    def with_(self, name: str, *values: str) -> "Address":
        """With these values in place of those that it has."""
        data = self._without_page()
        data.setlist(param(name), list(values))
        return Address(data)

    def adding(self, name: str, *values: str) -> "Address":
        """With these values beside those that it has."""
        return self.with_(name, *self.values(name), *values)

    def without(self, name: str, value: str | None = None) -> "Address":
        """Without one value of a parameter, or without the parameter."""
        return self.with_(name, *(kept for kept in self.values(name) if value is not None and kept != value))

    def page(self, number: int) -> "Address":
        """The same search, another page of its hits."""
        return self.with_("page", str(number))

    def first_page(self) -> "Address":
        """The same search from its best hits on."""
        return Address(self._without_page())

    def values(self, name: str) -> list[str]:
        """All values of a parameter, as somebody typed them."""
        return self._data.getlist(param(name))

    def value(self, name: str) -> str:
        """The last value of a parameter; empty where there is none."""
        return self._data.get(param(name), "")

    @property
    def data(self) -> QueryDict:
        """The parameters as Django reads them."""
        return self._data

    def _without_page(self) -> QueryDict:
        data = self._data.copy()
        data.pop(param("page"), None)
        return data

    def __str__(self) -> str:
        return "?" + self._data.urlencode()
