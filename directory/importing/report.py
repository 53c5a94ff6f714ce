"""What an import did, as lines for whoever ran it."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: So many pages are named; the rest is counted.
_MOST_NAMED = 20


@dataclass
class ImportReport:
    """Counts and lists of a run."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    edited: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    refused: list[tuple[int, str, str]] = field(default_factory=list)  # row, id, reason
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    unmapped: Counter[tuple[str, str]] = field(default_factory=Counter)
    words: int = 0

    def count(self, outcome: str) -> None:
        """One more row ended so."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    @property
    def changed(self) -> bool:
        """Whether any offer was created or updated."""
        return bool(self.created or self.updated)

    @property
    def mapped_share(self) -> float:
        """The share of free words that have terms, from 0 to 1."""
        return 1 - self.unmapped.total() / self.words if self.words else 1.0

    def lines(self, *, dry_run: bool) -> list[str]:
        """The report, one fact a line."""
        return [
            *([_("Only looking: nothing is written.")] if dry_run else []),
            *(_("Row %(row)s, %(id)s: refused. %(reason)s") % _named(fault) for fault in self.refused),
            *(_("Row %(row)s, %(id)s: %(reason)s") % _named(note) for note in self.notes),
            *self._words(),
            *self._left_alone(),
            *self._stay_deleted(),
            self.counts(),
            *([] if self.changed else [_("Nothing changed.")]),
        ]

    def counts(self) -> str:
        """How many rows ended how."""
        return _(
            "Created: %(created)s. Updated: %(updated)s. Unchanged: %(unchanged)s. Edited here: %(edited)s. "
            "Refused: %(refused)s."
        ) % {
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "edited": len(self.edited),
            "refused": len(self.refused),
        }

    def _words(self) -> list[str]:
        titles = {"needs": _("needs"), "target_groups": _("target groups")}
        lines = [
            _("No term among the %(taxonomy)s for “%(word)s” (%(times)s).")
            % {"taxonomy": titles[taxonomy], "word": word, "times": times}
            for (taxonomy, word), times in sorted(self.unmapped.items())
        ]
        share = _("%(share)s %% of %(words)s words for needs and target groups have a term.") % {
            "share": f"{100 * self.mapped_share:.1f}",
            "words": self.words,
        }
        return [*lines, share] if self.words else lines

    def _left_alone(self) -> list[str]:
        if not self.edited:
            return []
        told = ngettext(
            "%(count)s page has been edited and is left as it is (--force overwrites it): %(ids)s",
            "%(count)s pages have been edited and are left as they are (--force overwrites them): %(ids)s",
            len(self.edited),
        )
        return [told % {"count": len(self.edited), "ids": _first(self.edited)}]

    def _stay_deleted(self) -> list[str]:
        if not self.deleted:
            return []
        told = ngettext(
            "%(count)s offer has been deleted here and stays away (--force brings it back): %(ids)s",
            "%(count)s offers have been deleted here and stay away (--force brings them back): %(ids)s",
            len(self.deleted),
        )
        return [told % {"count": len(self.deleted), "ids": _first(self.deleted)}]


def _first(ids: list[str]) -> str:
    return ", ".join(ids[:_MOST_NAMED])


def _named(line: tuple[int, str, str]) -> dict[str, object]:
    row, external_id, reason = line
    return {"row": row, "id": external_id or _("no id"), "reason": reason}
