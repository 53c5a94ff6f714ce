"""How facets are read: from an offer, with all its rows at hand, to values in the index. Nothing here knows a model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from directory.answers import Answer, Level, State

UNKNOWN = Answer.UNKNOWN.value
YES, NO = Answer.YES.value, Answer.NO.value


@dataclass(frozen=True)
class Ancestry:
    """What stands above an offer: its municipality in the tree of pages, and terms with their ancestors in theirs."""

    municipality: str = ""  # the slug of the branch
    needs: Sequence[Any] = ()  # the offer's needs and what stands above them
    groups: Sequence[Any] = ()  # the target groups that it names, and what stands above them
    all_groups: tuple[str, ...] = ()  # the slugs of every target group there is
    responsible: tuple[str, ...] = ()  # the kind of authority that is responsible, for each day that the index knows


#: From an offer and what stands above it to the values that the index keeps.
Reader = Callable[[Any, Ancestry], tuple[str, ...]]


@dataclass(frozen=True)
class FieldReader:
    """Reads what one field of the offer, or of its house, comes to."""

    field: str
    comes_to: Callable[[Any], str]
    of_place: bool = False

    def __call__(self, offer: Any, above: Ancestry) -> tuple[str, ...]:
        row = offer.place if self.of_place else offer
        return (self.comes_to(getattr(row, self.field)) if row else UNKNOWN,)


def answer(field: str) -> FieldReader:
    """The answer of the offer itself."""
    return FieldReader(field, str)


def place_answer(field: str) -> FieldReader:
    """The answer of the house; unknown without a place."""
    return FieldReader(field, str, of_place=True)


def answers_as(field: str, *, yes: set[str], no: set[str]) -> FieldReader:
    """Yes or no by what the field answers."""
    return FieldReader(field, lambda value: YES if value in yes else NO if value in no else UNKNOWN)


def at_most(field: str, limit: int) -> FieldReader:
    """Yes when a number that was told is not above the limit."""
    return FieldReader(field, lambda number: UNKNOWN if number is None else YES if number <= limit else NO)


def told(field: str) -> FieldReader:
    """Yes when something was written; an empty field says nothing."""
    return FieldReader(field, lambda text: YES if text else UNKNOWN)


def ticked(*fields: str) -> Reader:
    """The names of the boxes that are ticked."""

    def read(offer: Any, above: Ancestry) -> tuple[str, ...]:
        return tuple(name for name in fields if getattr(offer, name)) or (UNKNOWN,)

    return read


def has_room(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Yes with places left; no when it is full, closed or has none left. What was told long ago is not known any more."""
    if offer.state != State.OPEN:
        return (NO,)
    if not offer.places_are_fresh:
        return (UNKNOWN,)
    if offer.free_places == 0:
        return (NO,)
    return (YES if offer.free_places else UNKNOWN,)


def kind(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """The lasting name of its kind, such as `guidance`."""
    return (offer.kind,)


def languages(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """The codes of its languages."""
    return tuple(language.code for language in offer.languages.all()) or (UNKNOWN,)


def municipality(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """The municipality that it stands in."""
    return (above.municipality,)


def needs(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Its needs and all above them, so that choosing a parent finds what is below."""
    return tuple(need.slug for need in above.needs) or (UNKNOWN,)


def responsible(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """What sort of authority is responsible, a value for each day: it may be the organisation above that says it."""
    return above.responsible or (UNKNOWN,)


def target_groups(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Open to all carries every group, unless it is only for some; for groups it carries those and all above them."""
    levels = {audience.level for audience in offer.audiences.all()}
    if not levels:
        return (UNKNOWN,)
    if Level.OPEN in levels and Level.ONLY not in levels:
        return above.all_groups
    return tuple(group.slug for group in above.groups)
