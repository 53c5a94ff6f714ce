"""An offer's schedule is made of its rows as they are now: read, prefetched, or in memory alone."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.indexing.entries import entry
from directory.models import Closure, OfferPage, OpeningHours, Session
from directory.models.authority_book import authority_book
from directory.models.kinds.drop_in_centre import DropInCentrePage
from directory.models.taxonomy import TaxonomyTrees
from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting
from directory.times.schedule import Schedule
from directory.times.status import Status
from tests.factories import DropInCentreFactory

# A page asks for its content type when it is made.
pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12)


def hours(**facts):
    return OpeningHours(**({"weekday": 0, "opens": time(10), "closes": time(15)} | facts))


def test_an_offer_tells_all_of_its_rows_and_lists_read_them_at_once():
    rows = {"rhythm": "even", "valid_from": date(2026, 1, 1), "valid_to": date(2026, 12, 31), "note": "Ring på."}
    offer = DropInCentreFactory()
    offer.opening_hours = [hours(**rows)]
    offer.closures = [Closure(first_day=date(2026, 12, 24), last_day=date(2026, 12, 26), note="Jul")]
    offer.sessions = [Session(day=MONDAY, starts=time(18), topic="Fællesspisning", cancelled=True)]
    offer.save()
    (read,) = OfferPage.objects.for_cards()
    with CaptureQueriesContext(connection) as queries:
        schedule = read.schedule
    assert len(queries) == 0
    assert schedule == Schedule(
        weekly=(WeeklyHours(0, time(10), time(15), **rows),),
        exceptions=(ExceptionDays(date(2026, 12, 24), date(2026, 12, 26), note="Jul"),),
        sessions=(Meeting(MONDAY, time(18), None, "Fællesspisning", cancelled=True),),
    )


def test_rows_that_an_editor_changes_in_a_preview_are_in_the_schedule_at_once():
    offer = DropInCentrePage(title="Lyspunktet")
    assert not offer.schedule.is_told
    offer.opening_hours = [hours()]
    assert offer.schedule.current(NOON).end == datetime(2026, 11, 23, 15)
    offer.opening_hours = [hours(closes=time(14))]
    assert offer.schedule.current(NOON).end == datetime(2026, 11, 23, 14)


def test_an_offer_that_is_closed_for_now_says_so_whatever_its_hours():
    offer = DropInCentrePage(title="Lyspunktet", state="closed", state_note="Lukket i uge 29")
    offer.opening_hours = [hours()]
    assert offer.status_at(NOON) == Status("closed", note="Lukket i uge 29")


def test_an_offer_without_hours_says_how_one_gets_in():
    assert DropInCentrePage(title="Lyspunktet", access="call_first").status_at(NOON) == Status("call_first")


@pytest.mark.parametrize(("state", "known"), [("open", True), ("full", True), ("closed", False)])
def test_the_index_is_never_told_that_an_offer_is_open_which_is_closed_for_now(monkeypatch, state, known):
    # In the evening: earlier the next time of all would be today's.
    evening = timezone.make_aware(datetime.combine(MONDAY, time(20)))
    monkeypatch.setattr(timezone, "now", lambda: evening)
    offer = DropInCentreFactory(state=state)
    offer.opening_hours = [hours(weekday=day) for day in range(7)]
    tomorrow = MONDAY + timedelta(days=1)
    offer.sessions = [Session(day=tomorrow, starts=time(18))]
    told = entry(offer, branch="vejle", organisation="Foreningen", terms=TaxonomyTrees.load(), book=authority_book())
    assert bool(told.open) is known
    assert told.starts == tomorrow
