"""What is told of a facet, once: its names, its values and the words that mean them, how it is read, where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from directory.answers import Answer
from directory.facets.by_day import on_day, without_day
from directory.facets.readers import Reader, answer

#: Between the phrases of a value.
_BETWEEN = ";"


@dataclass(frozen=True)
class Heading:
    """A heading of the panel under which several facts stand; `name` is its id on the page."""

    name: str
    label: str


@dataclass(frozen=True)
class Value:
    """A value that can be asked for. One that is not `offered` stands in no panel; words alone can wish for it."""

    value: str  # in the index and, but for a fact's yes, in the address
    label: str
    phrases: str = ""  # words in a search that wish for it, with semicolons between them
    offered: bool = True

    @property
    def wishes(self) -> tuple[str, ...]:
        """The phrases that wish for this value, each by itself."""
        return tuple(phrase.strip() for phrase in self.phrases.split(_BETWEEN) if phrase.strip())


@dataclass(frozen=True)
class Facet:
    """Something by which offers are filtered.

    It is a fact when it stands under a `heading` with others: then it counts only when the answer is yes. It is a
    choice when it has `values`, or when `rows` name the model whose rows are its values. It is a number otherwise.
    """

    name: str  # in the index
    param: str  # in the address, in Danish
    label: str
    read: Reader  # from an offer to its values in the index
    heading: Heading | None = None
    values: tuple[Value, ...] = ()
    rows: str = ""  # such as "directory.Need"
    section: str = ""  # of the form, in which its field stands; empty where the form asks in a way of its own
    by_day: bool = False  # the index has a value for each day, so that it is another one from midnight on

    def in_index(self, value: str) -> str:
        """How a value stands in the index today."""
        return on_day(timezone.localdate(), value) if self.by_day else value

    @property
    def field(self) -> str:
        """The one field that it is read from; empty where there are several."""
        return getattr(self.read, "field", "")

    @property
    def is_fact(self) -> bool:
        """Whether yes is all that can be asked for."""
        return self.heading is not None

    @property
    def is_choice(self) -> bool:
        """Whether it has a set of values to choose among."""
        return not self.is_fact and bool(self.values or self.rows)

    @property
    def is_number(self) -> bool:
        """Whether any whole number can be asked for."""
        return not self.is_fact and not self.is_choice


def fact(
    name: str,
    param: str,
    label: str,
    heading: Heading,
    read: Reader | None = None,
    *,
    phrases: str = "",
    section: str = "",
) -> Facet:
    """A facet whose yes can be asked for; where nothing else is said, it is the answer of the offer's field of its name."""
    yes = Value(Answer.YES.value, label, phrases)
    return Facet(name, param, label, read or answer(name), heading, (yes,), section=section)


class FacetTable:
    """All facets in the order of the panel. What is made of them is made when it is asked for."""

    def __init__(self, *rows: Facet) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[Facet]:
        return iter(self.rows)

    def __getitem__(self, name: str) -> Facet:
        return next(facet for facet in self.rows if facet.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the index, by the alphabet: another order of the panel makes no other index."""
        return tuple(sorted(facet.name for facet in self.rows))

    @property
    def choices(self) -> tuple[Facet, ...]:
        """The facets that have a set of values to choose among."""
        return tuple(facet for facet in self.rows if facet.is_choice)

    @property
    def facts(self) -> tuple[Facet, ...]:
        """The facets whose yes can be asked for."""
        return tuple(facet for facet in self.rows if facet.is_fact)

    @property
    def groups(self) -> list[list[Facet]]:
        """The facets that stand together in the panel: facts under one heading, any other by itself."""
        together: dict[str, list[Facet]] = {}
        for facet in self.rows:
            together.setdefault(facet.heading.name if facet.heading else facet.param, []).append(facet)
        return list(together.values())

    def value(self, name: str, value: str) -> Value | None:
        """A value of a facet; None where there is no such facet, or where its values are rows."""
        facet = next((facet for facet in self.rows if facet.name == name), None)
        if facet is None:
            return None
        plain = self.plain(name, value)
        return next((known for known in facet.values if known.value == plain), None)

    def plain(self, name: str, value: str) -> str:
        """A value of the index as it stands in the address: of a facet by day, without the day."""
        by_day = any(facet.by_day for facet in self.rows if facet.name == name)
        return without_day(value) if by_day else value

    def fields(self, section: str) -> list[str]:
        """The fields that stand in a section of the form."""
        return [facet.field for facet in self.rows if facet.section == section]
