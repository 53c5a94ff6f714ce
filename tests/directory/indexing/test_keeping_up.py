"""The worker sends what waits to every index, makes them again each night, and leaves a sign of life."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

import search
from directory.indexing.outbox import note
from directory.indexing.rebuilding import differences, is_of_today, rebuild_due
from directory.indexing.source import sync
from directory.indexing.stamps import begin
from directory.models import Heartbeat, OfferPage, Outbox
from directory.models.heartbeat import DEAD_AFTER
from search import Query
from tests.factories import DropInCentreFactory
from tests.services.process import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def cafe(index, committed):
    with committed():
        return DropInCentreFactory(title="Lanternen")


@pytest.fixture
def server_is_out(index, cafe, search_site):
    """The site is told of a server that nobody runs; the index inside the site stands in."""
    search_site(url=f"http://127.0.0.1:{free_port()}")
    begin("elastic")


def work():
    call_command("search_index", "work", once=True)


def at(monkeypatch, day, hour):
    moment = datetime(2026, 11, day, hour, 30, tzinfo=timezone.get_default_timezone())
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_a_worker_is_alive_for_some_minutes(monkeypatch):
    assert not Heartbeat.is_alive("search")
    work()
    assert Heartbeat.is_alive("search")
    later = timezone.now() + DEAD_AFTER + timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert not Heartbeat.is_alive("search")


def test_a_worker_sends_what_no_task_sent(cafe):
    OfferPage.objects.filter(pk=cafe.pk).update(title="Fyret")
    note([cafe.pk])
    work()
    assert not Outbox.objects.exists()
    assert search.engine().search(Query(text="fyret", exactly=True)).ids == (f"offer:{cafe.pk}",)


def test_an_index_is_made_anew_once_a_night(index, monkeypatch):
    at(monkeypatch, 20, 12)
    rebuild_due()
    for day, hour, of_today in [(20, 23, True), (21, 2, True), (21, 3, False)]:
        at(monkeypatch, day, hour)
        assert is_of_today("embedded") is of_today
    rebuild_due()
    for day, hour, of_today in [(21, 4, True), (22, 2, True), (22, 4, False)]:
        at(monkeypatch, day, hour)
        assert is_of_today("embedded") is of_today


def test_what_is_open_when_is_known_again_after_the_night(cafe, index, monkeypatch):
    """No signal tells that time has passed: only the night does."""
    at(monkeypatch, 20, 12)
    OfferPage.objects.filter(pk=cafe.pk).update(title="Fyret")
    rebuild_due()
    assert index.search(Query(text="fyret", exactly=True)).total == 1


def test_a_server_that_is_out_holds_up_nobody_and_loses_nothing(server_is_out, cafe):
    OfferPage.objects.filter(pk=cafe.pk).update(title="Fyret")
    note([cafe.pk])
    work()
    assert list(Outbox.objects.values_list("target", "attempts", "error")) == [("elastic", 0, "")]
    assert search.engine().search(Query(text="fyret", exactly=True)).total == 1


def test_changes_for_an_index_that_is_no_longer_configured_wait_for_nobody(cafe):
    Outbox.objects.create(key=f"offer:{cafe.pk}", target="elastic")
    work()
    assert not Outbox.objects.exists()


def test_differences_are_named(cafe, index, committed):
    with committed():
        other, third = DropInCentreFactory(title="Kajen"), DropInCentreFactory(title="Broen")
    assert list(differences("embedded", index)) == []
    index.drop([f"offer:{other.pk}"])
    OfferPage.objects.filter(pk=cafe.pk).update(title="Fyret")
    OfferPage.objects.filter(pk=third.pk).update(live=False)
    found = {(one.key, one.what) for one in differences("embedded", index)}
    assert found == {(f"offer:{cafe.pk}", "stale"), (f"offer:{other.pk}", "missing"), (f"offer:{third.pk}", "extra")}


def test_a_worker_that_waited_for_its_turn_sends_what_is_true_when_it_has_it(cafe, index, monkeypatch):
    """Two workers at once: the slow one must not put back what the fast one has replaced, nor take it away."""
    key = f"offer:{cafe.pk}"
    change = type(index).change

    def after(**others):
        def slow(engine, entries, gone):
            monkeypatch.setattr(type(index), "change", change)
            OfferPage.objects.filter(pk=cafe.pk).update(**others)
            sync(engine, {cafe.pk})
            engine.change(entries, gone)

        return slow

    monkeypatch.setattr(type(index), "change", after(title="Fyret"))
    sync(index, {cafe.pk})
    assert index.search(Query(text="fyret", exactly=True)).ids == (key,)
    OfferPage.objects.filter(pk=cafe.pk).update(live=False)
    monkeypatch.setattr(type(index), "change", after(live=True))
    sync(index, {cafe.pk})
    assert index.ids() == {key}


def test_an_index_that_was_lost_is_made_anew_at_once(cafe, index, tmp_path):
    work()
    (tmp_path / "index").rename(tmp_path / "gone")
    assert index.check().lost
    work()
    assert index.ids() == {f"offer:{cafe.pk}"}
