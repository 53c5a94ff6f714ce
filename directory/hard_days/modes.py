"""The modes of a municipality, kept between requests: pages ask which one lasts, every time, and that takes no query."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from directory.asking.models import Campaign, DayFact
from directory.hard_days.models import HardDay, HardDayKind
from directory.models.kept import kept


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode as pages show it."""

    key: int
    kind: str
    name: str
    text: str
    begins_at: datetime
    ends_at: datetime
    facts: tuple[str, ...]
    campaigns: tuple[int, ...]

    @property
    def title(self) -> str:
        """What people call it, in the language of the page where it has no name of its own."""
        return self.name or str(HardDayKind(self.kind).label)

    @property
    def end(self) -> datetime:
        """When it ends, by the clock on a Danish wall."""
        return timezone.localtime(self.ends_at)


def modes_at(municipality: int, now: datetime) -> list[Mode]:
    """The modes that last at a moment, the latest first."""
    return [mode for mode in _modes(municipality) if mode.begins_at <= now < mode.ends_at]


@kept(HardDay, Campaign)
def _modes(municipality: int) -> tuple[Mode, ...]:
    rows = HardDay.objects.filter(municipality=municipality).prefetch_related("campaigns")
    return tuple(mode_of(row, tuple(campaign.pk for campaign in row.campaigns.all())) for row in rows)


def mode_of(row: HardDay, campaigns: tuple[int, ...]) -> Mode:
    """A row as pages show it, with what they do not know left out."""
    facts = tuple(fact for fact in row.facts if fact in DayFact.values)
    return Mode(row.pk, row.kind, row.name, row.text, row.begins_at, row.ends_at, facts, campaigns)
