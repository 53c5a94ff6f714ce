"""The figures of each municipality: how many listings are checked in time, what waits, and how many days an answer takes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import import_module
from statistics import median

from django.apps import apps
from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.models import Page

from directory.models import Feedback, OfferPage
from directory.models.facts.freshness import months_between
from directory.models.tree import BRANCH_PATH_LENGTH

#: Answers of so many days are counted.
LOOKED_BACK = timedelta(days=90)


@dataclass(slots=True)
class Answers:
    """What was asked and what was answered of one sort, in one municipality."""

    waiting: int = 0
    days: list[int] = field(default_factory=list)

    @property
    def handled(self) -> int:
        """How many were answered lately."""
        return len(self.days)

    @property
    def median(self) -> int | None:
        """The days within which half of those were answered; nothing where there are none."""
        return round(median(self.days)) if self.days else None

    def count(self, asked: date, answered: date | None, today: date) -> None:
        """Count one thing that was asked on a day, and answered on another one or not yet."""
        if answered is None:
            self.waiting += 1
        elif answered > today - LOOKED_BACK:
            self.days.append((answered - asked).days)


@dataclass(slots=True)
class Figures:
    """What is published, checked and answered in one municipality, in numbers."""

    branch: str = ""
    offers: int = 0
    never: int = 0
    overdue: int = 0
    messages: Answers = field(default_factory=Answers)
    proposals: Answers = field(default_factory=Answers)


def figures_of(offers: QuerySet[OfferPage], today: date | None = None) -> list[Figures]:
    """The figures of some offers by municipality, in the order of their names. Only published ones are checked."""
    day = today or timezone.localdate()
    found: dict[str, Figures] = defaultdict(Figures)
    rows = offers.filter(live=True).order_by().values_list("path", "verified_on", "review_interval")
    for path, verified_on, interval in rows:
        of_branch = found[path[:BRANCH_PATH_LENGTH]]
        of_branch.offers += 1
        of_branch.never += verified_on is None
        of_branch.overdue += verified_on is not None and months_between(verified_on, day) >= interval
    keys = offers.order_by().values("pk")
    for path, asked, answered in _messages(keys):
        found[path[:BRANCH_PATH_LENGTH]].messages.count(asked, answered, day)
    for path, asked, answered in _proposals(keys):
        found[path[:BRANCH_PATH_LENGTH]].proposals.count(asked, answered, day)
    return _named(found)


def oldest(offers: QuerySet[OfferPage], number: int) -> QuerySet[OfferPage]:
    """The published offers that nobody has checked for the longest time, those that were never checked first."""
    return offers.filter(live=True).order_by(F("verified_on").asc(nulls_first=True), "title", "pk")[:number]


def _messages(offers: QuerySet) -> Iterable[tuple[str, date, date | None]]:
    return Feedback.objects.filter(page__in=offers).order_by().values_list("page__path", "day", "handled_on")


def _proposals(offers: QuerySet) -> Iterator[tuple[str, date, date | None]]:
    if apps.is_installed("directory.reviewing"):
        # Without the app its models cannot be imported.
        rows = import_module("directory.reviewing.models").Proposal.objects.filter(offer__in=offers)
        yield from rows.order_by().values_list("offer__path", "proposed_on", "decided_on")


def _named(found: dict[str, Figures]) -> list[Figures]:
    for path, title in Page.objects.filter(path__in=found).values_list("path", "title"):
        found[path].branch = title
    return sorted(found.values(), key=lambda figures: figures.branch)
