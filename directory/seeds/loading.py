"""Loads what every site begins with, in the order in which one thing needs another; a line of report for each step."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Site

from directory.importing.write.bulk import bulk
from directory.models import HomePage, MunicipalityPage, SeedRecord
from directory.seeds.authorities import AuthoritySeeds
from directory.seeds.entitlements import DescriptionSeeds, ListingRuleSeeds
from directory.seeds.helplines import HelplineSeeds
from directory.seeds.languages import LanguageSeeds
from directory.seeds.portal import (
    FindPageSeeds,
    MunicipalitySeeds,
    NationalBranchSeeds,
    PortalSeeds,
    take_default_site,
    the_portal,
)
from directory.seeds.report import SeedReport, together
from directory.seeds.start_cards import StartCardSeeds
from directory.seeds.table import SeedTable
from directory.seeds.taxonomies import NeedSeeds, TargetGroupSeeds
from directory.seeds.text_pages import TextPageSeeds, is_demonstration
from directory.seeds.words import CrisisSeeds, KindSeeds, SynonymSeeds, WordListSeeds
from directory.seeds.writing import write

#: The tables that need no page; cards come last, since they name terms.
_WORDS: tuple[type[SeedTable], ...] = (
    NeedSeeds,
    TargetGroupSeeds,
    LanguageSeeds,
    SynonymSeeds,
    KindSeeds,
    CrisisSeeds,
    WordListSeeds,
    HelplineSeeds,
    AuthoritySeeds,
    StartCardSeeds,
    DescriptionSeeds,
    ListingRuleSeeds,
)


def load_seeds(*, demonstration: bool = False) -> list[str]:
    """Bring everything up to date; what was done, a line for each step. A run that was cut short is finished by the next.

    `demonstration` says that the demonstration's content is loaded next. Once it is there, that is seen by itself.
    """
    with bulk():
        demonstration = demonstration or is_demonstration()
        reports = [*load_words(), *_pages(demonstration=demonstration)]
    return [report.line() for report in reports]


def load_words() -> list[SeedReport]:
    """Terms, languages, words of the search, help lines, authorities and start cards: all that needs no page."""
    return [_in_turn(table()) for table in _WORDS]


def load_site(home: HomePage, *, demonstration: bool | None = None) -> list[SeedReport]:
    """The search page and the text pages of one site; a demonstration says that nobody is behind it."""
    if demonstration is None:
        demonstration = is_demonstration()
    return [_in_turn(FindPageSeeds(home)), _in_turn(TextPageSeeds(home, demonstration=demonstration))]


def _pages(*, demonstration: bool) -> list[SeedReport]:
    tree = [_in_turn(table) for table in (PortalSeeds(), MunicipalitySeeds(), NationalBranchSeeds())]
    with _alone():
        take_default_site(demonstration=demonstration)
    with_site = MunicipalityPage.objects.filter(pk__in=Site.objects.values("root_page"))
    sites = [load_site(home, demonstration=demonstration) for home in (the_portal(), *with_site)]
    return [
        together(_("Front pages"), tree),
        together(_("Search pages"), [search for search, _texts in sites]),
        together(_("Text pages"), [texts for _search, texts in sites]),
    ]


def _in_turn(table: SeedTable) -> SeedReport:
    """Write a table; a step at a time, so that editors and the worker of a site that is running do not wait for all."""
    with _alone():
        return write(table)


@contextmanager
def _alone() -> Iterator[None]:
    """A transaction in which no other process loads: who comes second waits until the first one's rows can be seen."""
    with transaction.atomic():
        SeedRecord.objects.select_for_update().get_or_create(kind="lock", key="loading")
        yield
