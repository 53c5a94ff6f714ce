"""What loading the seeds did to a table, and what it left alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

#: So many rows are named that were left alone; the others are counted.
MAX_NAMED = 5


@dataclass(slots=True)
class SeedReport:
    """Counts of one step, and the keys of rows that editors changed or deleted."""

    label: str
    new: int = 0
    updated: int = 0
    edited: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The step in a line that an operator reads."""
        told = [
            _("%(what)s: %(new)s new, %(updated)s updated.")
            % {"what": self.label, "new": self.new, "updated": self.updated}
        ]
        if self.edited:
            told.append(_("Left alone, edited here: %(names)s.") % {"names": _named(self.edited)})
        if self.deleted:
            told.append(_("Left alone, deleted here: %(names)s.") % {"names": _named(self.deleted)})
        return " ".join(told)


def together(label: str, reports: Iterable[SeedReport]) -> SeedReport:
    """Several reports as one step."""
    whole = SeedReport(label)
    for report in reports:
        whole.new += report.new
        whole.updated += report.updated
        whole.edited += report.edited
        whole.deleted += report.deleted
    return whole


def _named(keys: list[str]) -> str:
    named = ", ".join(keys[:MAX_NAMED])
    more = len(keys) - MAX_NAMED
    return _("%(names)s and %(more)s more") % {"names": named, "more": more} if more > 0 else named
