"""One thing that is missing, with what to do."""

from dataclasses import dataclass

from cms.municipalities.area import Area


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
