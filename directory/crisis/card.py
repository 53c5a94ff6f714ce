"""The calm card above the hits when words of crisis were typed. Nothing of it is logged or counted."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from directory.models import Helpline
from directory.models.vocabulary import CrisisWords
from directory.times.hours import Status, local_now, status
from search import Understood

#: At most so many lines beside 112.
SHOWN = 2


@dataclass(frozen=True)
class Line:
    """A helpline and what holds for it now."""

    line: Helpline
    status: Status

    @property
    def is_open(self) -> bool:
        """Whether it is sure that somebody answers now."""
        return self.line.hours_are_trusted and (self.line.always_open or self.status.kind == "open")


@dataclass(frozen=True)
class Crisis:
    """What the card says."""

    topic: str
    relative: bool
    lines: list[Line]
    approved: bool
    help_now_url: str = ""


def crisis_card(understood: Understood) -> Crisis | None:
    """The card for the gravest topic that was found, or none: life before violence, violence before drugs."""
    topic = next((topic for topic in CrisisWords.Topic.values if topic in understood.crisis), None)
    if topic is None:
        return None
    return Crisis(topic, understood.relative, lines_for(topic), settings.CRISIS_TEXTS_APPROVED, reverse("help_now"))


def lines_for(topic: str, now: datetime | None = None) -> list[Line]:
    """The lines that the card has room for."""
    return all_lines_for(topic, now)[:SHOWN]


def all_lines_for(topic: str, now: datetime | None = None) -> list[Line]:
    """The lines for a topic, those that answer now first. 112 stands in the page itself."""
    today = timezone.localdate()
    rows = [
        row
        for row in Helpline.objects.prefetch_related("hours")
        if topic in row.topics.split() and row.is_valid_on(today) and row.number != "112"
    ]
    lines = [Line(row, line_status(row, now or local_now())) for row in rows]
    return sorted(lines, key=lambda item: (not item.is_open, item.line.priority))


def line_status(line: Helpline, now: datetime) -> Status:
    """What holds for a line by its stated hours."""
    return Status("open") if line.always_open else status(_AsOffer(line), now)


class _AsOffer:
    """A helpline's hours in the shape that the reckoning of opening hours reads."""

    state, state_note, access = "open", "", "unknown"

    def __init__(self, line: Helpline) -> None:
        self.opening_hours = _Rows([_Weekly(row) for row in line.hours.all()])
        self.closures = self.sessions = _Rows([])


class _Rows(list):
    def all(self) -> "_Rows":
        return self


class _Weekly:
    """A row of a helpline's hours: it holds every week."""

    rhythm, valid_from, valid_to, note = "weekly", None, None, ""

    def __init__(self, row) -> None:
        self.weekday, self.opens, self.closes = row.weekday, row.opens, row.closes
