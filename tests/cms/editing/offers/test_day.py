"""Closed today and called off by one click: what the site and the search say at once, who may, and what takes it back."""

from datetime import time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from directory.indexing.entries import keys_of
from directory.models import Closure, OfferPage, OpeningHours, Session
from directory.times.clock import local_now
from search import Query, engine
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def offer(today):
    """An offer that is open day and night on every day, and meets on this weekday."""
    made = factories.DropInCentreFactory(title="Den grønne dør", needs=[factories.NeedFactory()], on_holidays="usual")
    made.opening_hours = [OpeningHours(weekday=day, opens=time(0), closes=time(23, 59)) for day in range(7)]
    made.sessions = [Session(day=today - timedelta(days=7), starts=time(19), ends=time(21), rule="FREQ=WEEKLY")]
    made.save()
    return OfferPage.objects.get(pk=made.pk).specific


def press(client, offer, action, day=None, **query):
    address = reverse("change_day", args=[offer.pk, action, day or timezone.localdate()])
    return client.post(address, query_params=query)


def status(offer):
    return OfferPage.objects.get(pk=offer.pk).specific.status_at(local_now())


def test_one_click_closes_for_today_and_one_opens_again(operator, offer, today):
    offer.sessions.all().delete()
    assert status(offer).is_open
    assert press(operator, offer, "close").url == "/admin/offers/"
    assert status(offer).kind == "closed_today"
    assert offer.closures.get().as_value().first_day == today
    press(operator, offer, "close")
    assert offer.closures.count() == 1
    press(operator, offer, "reopen")
    assert status(offer).is_open
    assert not offer.closures.exists()


def test_the_page_and_the_search_follow_at_once(index, committed, operator, client, offer):
    def found():
        return keys_of(engine().search(Query(open_at=local_now())).ids)

    offer.sessions.all().delete()
    address = OfferPage.objects.get(pk=offer.pk).get_url()
    with committed():
        offer.save()
    assert found() == [offer.pk]
    with committed():
        press(operator, offer, "close")
    assert found() == []
    assert "Lukket i dag" in client.get(address).content.decode()
    with committed():
        press(operator, offer, "reopen")
    assert found() == [offer.pk]
    assert "Lukket i dag" not in client.get(address).content.decode()


def test_one_meeting_of_a_series_is_called_off_and_held_after_all(operator, offer, today):
    def meetings():
        return OfferPage.objects.get(pk=offer.pk).schedule.meetings.between(today, today + timedelta(days=7))

    press(operator, offer, "call-off")
    assert [one.cancelled for one in meetings()] == [True, False]
    press(operator, offer, "call-off")
    assert len(meetings()) == 2
    press(operator, offer, "hold")
    assert [one.cancelled for one in meetings()] == [False, False]
    assert offer.sessions.count() == 1


def test_a_single_meeting_ahead_is_called_off(operator, offer, today):
    ahead = today + timedelta(days=3)
    offer.sessions.add(Session(day=ahead, starts=time(10)))
    offer.save()
    press(operator, offer, "call-off", ahead)
    assert offer.sessions.get(day=ahead).cancelled
    press(operator, offer, "hold", ahead)
    assert not offer.sessions.get(day=ahead).cancelled


def test_a_holiday_of_several_days_is_not_taken_back_by_a_click(operator, offer, today):
    offer.closures.add(Closure(first_day=today, last_day=today + timedelta(days=5), note="Ferie"))
    offer.save()
    press(operator, offer, "reopen")
    assert offer.closures.get().note == "Ferie"


def test_a_draft_stays_a_draft_and_is_closed_too(operator, offer):
    offer.sessions.all().delete()
    draft = OfferPage.objects.get(pk=offer.pk).specific
    draft.teaser = "Ny tekst, som ikke er klar"
    waits = draft.save_revision()
    press(operator, offer, "close")
    fresh = OfferPage.objects.get(pk=offer.pk).specific
    assert fresh.teaser != "Ny tekst, som ikke er klar"
    assert fresh.latest_revision_id == waits.pk
    as_written = fresh.get_latest_revision_as_object()
    assert as_written.teaser == "Ny tekst, som ikke er klar"
    as_written.save_revision().publish()
    assert status(offer).kind == "closed_today"


def test_a_date_on_which_a_draft_goes_out_stays(operator, offer):
    offer.go_live_at = timezone.now() + timedelta(days=1)
    dated = offer.save_revision(approved_go_live_at=offer.go_live_at)
    assert press(operator, offer, "close").url == "/admin/offers/"
    dated.refresh_from_db()
    assert dated.approved_go_live_at == offer.go_live_at
    assert len(dated.as_object().closures.all()) == 1


def test_whoever_subscribes_is_told_again_and_the_history_says_who_did(operator, offer):
    before = timezone.now()
    press(operator, offer, "close")
    assert OfferPage.objects.get(pk=offer.pk).last_published_at >= before
    history = operator.get(reverse("wagtailadmin_pages:history", args=[offer.pk])).content.decode()
    assert "“Den grønne dør” er lukket i dag." in history


def test_it_leads_back_to_where_one_was_and_to_no_other_site(operator, offer):
    assert press(operator, offer, "close", next="/admin/offers/?q=sofa").url == "/admin/offers/?q=sofa"
    assert press(operator, offer, "reopen", next="https://example.org/").url == "/admin/offers/"


@pytest.mark.parametrize("day", ["igår", "2026-13-45", "2026-02-30", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_or_too_far_away_is_not_found(operator, offer, day):
    assert press(operator, offer, "close", day).status_code == 404
    assert not offer.closures.exists()


def test_what_was_is_not_changed(operator, offer, today):
    assert press(operator, offer, "close", today - timedelta(days=1)).status_code == 404
    assert press(operator, offer, "burn").status_code == 404


def test_it_is_never_done_by_looking(operator, offer, today):
    assert operator.get(reverse("change_day", args=[offer.pk, "close", today])).status_code == 405
    assert not offer.closures.exists()


def test_nobody_does_it_with_the_offers_of_another_municipality(offer):
    elsewhere = people.editor("nabo", factories.OrganisationFactory(), "change_page", "publish_page")
    answer = press(people.signed_in(elsewhere), offer, "close")
    assert answer.status_code in {302, 403}
    assert not offer.closures.exists()


@pytest.mark.parametrize("rights", [(), ("change_page",), ("add_page",)])
def test_whoever_may_not_publish_may_not_close(offer, rights):
    person = people.editor("skribent", offer.get_parent(), *rights)
    press(people.signed_in(person), offer, "close")
    assert not offer.closures.exists()


def test_whoever_may_publish_there_may_close(offer):
    person = people.editor("redaktør", offer.get_parent(), "change_page", "publish_page")
    press(people.signed_in(person), offer, "close")
    assert offer.closures.count() == 1


def test_a_visitor_is_asked_to_log_in(client, offer):
    assert "/log-ind/" in press(client, offer, "close").url
    assert not offer.closures.exists()


def test_a_request_from_another_site_is_refused(offer):
    operator = Client(enforce_csrf_checks=True)
    operator.force_login(people.operator())
    assert press(operator, offer, "close").status_code == 403
    assert not offer.closures.exists()


def test_a_draft_alone_and_a_locked_page_are_left_alone(operator, offer):
    OfferPage.objects.filter(pk=offer.pk).update(locked=True, locked_at=timezone.now())
    press(operator, offer, "close")
    OfferPage.objects.filter(pk=offer.pk).update(locked=False, live=False)
    assert press(operator, offer, "close").status_code == 404
    assert not offer.closures.exists()


def buttons(client, address):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return [form["action"] for form in page.select("form[action*='/day/']")] + [
        button["formaction"] for button in page.select("button[formaction]")
    ]


def test_the_listing_and_the_form_have_the_buttons_that_make_sense(operator, offer, today):
    edit = reverse("wagtailadmin_pages:edit", args=[offer.pk])
    for address in ("/admin/offers/", edit):
        actions = {url.split("/day/")[1].split("/")[0] for url in buttons(operator, address)}
        assert actions == {"close", "call-off"}
    press(operator, offer, "close")
    assert "reopen" in buttons(operator, "/admin/offers/")[0]


def test_the_listing_asks_no_more_for_more_rows(operator, offer, django_assert_max_num_queries):
    operator.get("/admin/offers/")
    with CaptureQueriesContext(connection) as few:
        operator.get("/admin/offers/")
    for number in range(6):
        other = factories.DropInCentreFactory(title=f"Hus {number}", parent=offer.get_parent())
        other.opening_hours = [OpeningHours(weekday=day, opens=time(10), closes=time(15)) for day in range(7)]
        other.save()
    with django_assert_max_num_queries(len(few) + 2):
        operator.get("/admin/offers/")
