"""What is due is done by the worker, again and again, and whoever looks sees when it was not."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from directory import duties
from directory.duties import DUTIES, Duty, do_what_is_due, late
from directory.models import Feedback, Heartbeat, OfferPage
from tests.factories import DropInCentreFactory

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def work():
    call_command("search_index", "work", once=True)


def a_day_later():
    Heartbeat.objects.update(seen=NOW - timedelta(days=1, minutes=1))


def test_a_page_goes_out_and_comes_in_at_its_time(index):
    coming = DropInCentreFactory(title="Kommer", live=False, go_live_at=NOW - timedelta(minutes=1))
    coming.save_revision(approved_go_live_at=coming.go_live_at)
    DropInCentreFactory(title="Går", expire_at=NOW - timedelta(minutes=1))
    work()
    assert dict(OfferPage.objects.values_list("title", "live")) == {"Kommer": True, "Går": False}


def test_old_feedback_sessions_and_tasks_are_deleted_once_a_day(index, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    work()
    offer = DropInCentreFactory()
    told = timezone.localdate() - timedelta(days=settings.FEEDBACK_DAYS + 1)
    Feedback.objects.create(page=offer, what="missing", text="gammelt", day=told)
    session = SessionStore()
    session.set_expiry(NOW - timedelta(days=1))
    session.save()
    ended = NOW - timedelta(days=20)
    DBTaskResult.objects.create(
        args_kwargs={}, task_path="x", backend_name="default", run_after=ended, status="SUCCESSFUL", finished_at=ended
    )
    work()
    old = DBTaskResult.objects.filter(task_path="x")
    assert (Feedback.objects.count(), Session.objects.count(), old.count()) == (1, 1, 1)
    a_day_later()
    work()
    assert (Feedback.objects.count(), Session.objects.count(), old.count()) == (0, 0, 0)


def test_one_that_fails_holds_up_no_other_and_has_its_turn_again(monkeypatch, caplog):
    done = []

    def fail():
        done.append("tried")
        raise ValueError

    every = timedelta(minutes=1)
    made = (Duty("failing", every, fail), Duty("other", every, lambda: done.append("other")))
    monkeypatch.setattr(duties, "DUTIES", made)
    do_what_is_due()
    do_what_is_due()
    assert done == ["tried", "other", "tried"]
    assert "failing could not be done" in caplog.text
    assert late() == ["failing"]


def test_nothing_is_late_when_a_worker_was_there_and_all_is_when_it_is_gone(index):
    assert late() == [duty.name for duty in DUTIES]
    work()
    assert late() == []
    a_day_later()
    assert late() == [duty.name for duty in DUTIES if duty.every < timedelta(hours=12)]
    Heartbeat.objects.update(seen=NOW - timedelta(days=3))
    assert late() == [duty.name for duty in DUTIES]
