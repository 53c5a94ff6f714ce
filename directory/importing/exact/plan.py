"""What an exact row says is to be written: a plan with all that an ordinary row does not tell."""

from dataclasses import dataclass
from typing import Any

from directory.importing.exact.markup import linked
from directory.importing.map.plan import PlacePlan, Plan


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """A picture: known again by what its file holds, and the name of that file beside the rows."""

    file: str
    sha1: str
    title: str


@dataclass(frozen=True, slots=True)
class ExactPlace(PlacePlan):
    """A place with all that is known of it."""

    #: The address is not told: a place that the page has already, and that hides it too, stays.
    hidden: bool = False
    #: Kept by the people of the whole, not by those of the municipality.
    of_the_whole: bool = False
    #: What is known here already gives way.
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class ExactPlan(Plan):
    """An offer as another installation had it."""

    live: bool = True
    slug: str = ""
    picture: PicturePlan | None = None
    #: The ways to easier offers and next steps, the offers by their lasting id.
    links: tuple[dict[str, str], ...] = ()
    #: The rich texts among the fields.
    markup: tuple[str, ...] = ()

    def refers_to(self) -> set[str]:
        """The lasting ids of the offers that it leads to."""
        texts: list[Any] = [self.fields.get(name, "") for name in self.markup]
        return {row["to"] for row in self.links} | {name for text in texts for name in linked(text)}
