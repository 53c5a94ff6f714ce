"""One thing that is missing, and the list of all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from cms.municipalities.area import Area
from cms.municipalities.listing import at_work


@dataclass(frozen=True)
class Lack:
    """Something that is missing: in an area, or with None in the installation."""

    area: Area | None
    what: str
    do: str

    @property
    def where(self) -> str:
        """Whom it concerns, as people call it; empty for everybody."""
        return self.area.name if self.area else ""

    def line(self) -> str:
        """The lack in a line."""
        return f"{self.where}: {self.what} {self.do}" if self.area else f"{self.what} {self.do}"


def lacking() -> Iterator[Lack]:
    """All that is missing: first of the installation, then of each municipality at work."""
    from cms.ready import areas, installation  # noqa: PLC0415 - both say what is missing in the words of this file

    yield from installation.lacking()
    for row in at_work():
        yield from areas.lacking(row.area)
