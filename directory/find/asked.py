"""What an address asks of the search: read once, typed, in English. `OfferFilterSet.asked` makes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.facets import FACETS
from directory.sites.address import Address
from search.contract import Sort


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks. What could not be understood is left out of it, and named in `ignored`."""

    text: str  # the words, cleaned and cut
    values: Mapping[str, tuple[str, ...]]  # by the name of the facet: what was chosen; "yes" for a fact
    age: int | None  # whole years
    place: str  # postal code or town, as typed; empty when nobody knows it
    km: int | None  # how far from the place, in kilometres
    sort: Sort | None  # None for what is usual
    also_unknown: bool  # also offers that have not answered what was chosen
    opening: str  # when it is to be open: "now", "today", "tomorrow"; empty for any time
    exactly: bool  # the words as typed, neither mended nor widened
    unread: tuple[str, ...]  # stretches of the text that are not to be read as a place or a wish
    expanded: str  # the facet of which all choices are to be shown
    page: int  # of the hits, from 1
    ignored: tuple[str, ...]  # what nobody understood, cut to a length that can be shown
    too_many: tuple[str, ...]  # by the name of the facet: what was chosen beyond what one search can be narrowed by
    unknown_place: str  # a postal code or town that nobody knows, as typed; the search goes on without it
    unknown_age: str  # what was typed as an age and is none
    address: Address  # where all of this stood

    @property
    def is_anything(self) -> bool:
        """Whether anything is asked for: then the answer matters more on the page than the question."""
        unknown = (self.unknown_place, self.unknown_age, self.ignored, self.too_many)
        return any((self.text, self.values, self.place, self.sort, *unknown)) or self.age is not None or self.page > 1

    @property
    def place_typed(self) -> str:
        """What stands in the field for the place, known or not."""
        return self.place or self.unknown_place

    @property
    def age_typed(self) -> str:
        """What stands in the field for the age, a number or not."""
        return self.unknown_age if self.age is None else str(self.age)

    def facets(self) -> dict[str, tuple[str, ...]]:
        """What narrows the search, by the name of the facet."""
        also_unknown = ("unknown",) if self.also_unknown else ()
        chosen = {
            name: tuple(FACETS[name].in_index(value) for value in (*values, *also_unknown))
            for name, values in self.values.items()
        }
        # Offers that state no age may be right too; they are marked on the page.
        return chosen if self.age is None else chosen | {"age": (str(self.age), "unknown")}
