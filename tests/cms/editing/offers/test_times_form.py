"""What the form of an offer says about hours and meetings that cannot be."""

from datetime import date, time

import pytest

from directory.models import OfferPage, OpeningHours, Session
from tests import factories
from tests.cms.editing.offers.test_form import edit, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    made = factories.DropInCentreFactory(needs=[factories.NeedFactory()])
    made.opening_hours = [
        OpeningHours(weekday=0, opens=time(10), closes=time(15)),
        OpeningHours(weekday=0, opens=time(16), closes=time(18)),
    ]
    made.sessions = [
        Session(day=date(2026, 11, 19), starts=time(19), rule="FREQ=WEEKLY"),
        Session(day=date(2026, 12, 4), starts=time(19), instead_of=date(2026, 12, 3)),
    ]
    made.save()
    return OfferPage.objects.get(pk=made.pk).specific


def sent(operator, offer, **changes):
    html = operator.get(edit(offer)).content
    return operator.post(edit(offer), written(html, **changes, **{"action-publish": "1"}))


def test_overlapping_hours_are_refused_at_the_row(operator, offer):
    page = sent(operator, offer, **{"opening_hours-1-opens": "14:00"})
    assert page.status_code == 200
    assert "Det overlapper en anden linje (10–15)" in page.content.decode()
    assert sorted(offer.opening_hours.values_list("opens", flat=True)) == [time(10), time(16)]


def test_hours_side_by_side_are_kept(operator, offer):
    assert sent(operator, offer, **{"opening_hours-1-opens": "15:00"}).status_code == 302
    assert sorted(offer.opening_hours.values_list("opens", flat=True)) == [time(10), time(15)]


def test_a_row_that_is_taken_away_overlaps_nothing(operator, offer):
    changes = {"opening_hours-1-opens": "14:00", "opening_hours-0-DELETE": "on"}
    assert sent(operator, offer, **changes).status_code == 302


def test_a_meeting_that_replaces_none_is_refused(operator, offer):
    page = sent(operator, offer, **{"sessions-1-instead_of": "2026-12-02"})
    assert "Ingen række har en mødegang den dag" in page.content.decode()


def test_a_rule_that_gives_no_day_is_refused(operator, offer):
    page = sent(operator, offer, **{"sessions-0-rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"})
    assert "Reglen kan ikke følges" in page.content.decode()
