"""What an exact row says is to be written: a plan with all that an ordinary row does not tell."""

from dataclasses import dataclass, replace
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

    def pictures(self) -> list[PicturePlan]:
        """All pictures that it names: its own, those of the first visit, that of the door."""
        steps = [row["picture"] for row in self.children.get("first_visit_steps", []) if "picture" in row]
        door = self.place.values.get("entrance_picture") if self.place else None
        return [picture for picture in (self.picture, *steps, door) if picture]

    def with_pictures(self, keys: dict[PicturePlan, int | None]) -> "ExactPlan":
        """The plan with the keys that its pictures have here; one that is not here leaves the page as it is, or the row bare."""
        fields = self.fields if self.picture and not keys[self.picture] else self._own(keys)
        children = {name: [_keyed(row, "picture", keys) for row in rows] for name, rows in self.children.items()}
        place = self.place and replace(self.place, values=_keyed(self.place.values, "entrance_picture", keys))
        return replace(self, fields=fields, children=children, place=place)

    def _own(self, keys: dict[PicturePlan, int | None]) -> dict[str, Any]:
        return self.fields | {"picture_id": keys[self.picture] if self.picture else None}

    def refers_to(self) -> set[str]:
        """The lasting ids of the offers that it leads to."""
        texts: list[Any] = [self.fields.get(name, "") for name in self.markup]
        return {row["to"] for row in self.links} | {name for text in texts for name in linked(text)}


def _keyed(told: dict[str, Any], name: str, keys: dict[PicturePlan, int | None]) -> dict[str, Any]:
    """What is told with the key of its picture in place of the picture."""
    if name not in told:
        return told
    return {field: value for field, value in told.items() if field != name} | {f"{name}_id": keys[told[name]]}
