"""What is due is done once, by one of several workers; what fails holds up no other and is tried again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.due import loop
from directory.due.checks import what_is_due_is_done
from directory.due.doing import DUE, do_due
from directory.due.table import WORK, Work
from directory.models import DueWork, Heartbeat
from directory.models.due_work import TAKEN_FOR

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def failing():
    raise ValueError("the post office is closed")


def make_due(name):
    DueWork.objects.filter(name=name).update(due=timezone.now())


def test_what_is_due_is_done_and_not_again_before_its_time():
    done = []
    table = [Work("count", MINUTE, lambda: done.append(1))]
    assert [do_due(table), do_due(table)] == [["count"], []]
    make_due("count")
    do_due(table)
    assert len(done) == 2


def test_a_second_worker_takes_nothing_that_the_first_is_still_doing():
    seen = []
    table = []
    table.append(Work("slow", timedelta(0), lambda: seen.append(do_due(table))))
    assert do_due(table) == ["slow"]
    assert seen == [[]]


def test_work_whose_worker_died_is_free_again_after_a_while():
    assert DueWork.take("forget")
    assert not DueWork.take("forget")
    DueWork.objects.update(due=timezone.now() - timedelta(seconds=1))
    row = DueWork.objects.get()
    assert DueWork.take("forget")
    row.refresh_from_db()
    assert row.due > timezone.now() + TAKEN_FOR - MINUTE
    assert row.done is None


def test_what_fails_is_told_holds_up_no_other_and_is_tried_again():
    done = []
    table = [Work("broken", MINUTE, failing), Work("well", MINUTE, lambda: done.append(1))]
    do_due(table)
    broken = DueWork.objects.get(name="broken")
    assert (broken.error, broken.done) == ("ValueError: the post office is closed", None)
    assert done == [1]
    make_due("broken")
    do_due([Work("broken", MINUTE, lambda: done.append(2))])
    broken.refresh_from_db()
    assert (broken.error, broken.done is not None, done) == ("", True, [1, 2])


def test_all_of_the_table_can_be_done():
    assert set(do_due()) == {work.name for work in WORK}
    assert list(DueWork.objects.exclude(error="")) == []
    assert Heartbeat.is_alive(DUE)


@pytest.mark.parametrize(("worker", "stands_in"), [(True, False), (False, True)])
def test_a_process_stands_in_only_where_no_worker_is(index, worker, stands_in):
    if worker:
        Heartbeat.beat(loop.WORKER)
    loop.stand_in()
    assert Heartbeat.is_alive(DUE) is stands_in


def told():
    return [(found.id, found.msg) for found in what_is_due_is_done(databases=["default"])]


def test_a_check_says_when_nobody_did_it_and_when_it_failed():
    assert told() == [("vejviser.W010", "Nobody did what is due in the last minutes.")]
    do_due([Work("broken", MINUTE, failing)])
    assert told() == [("vejviser.W010", "broken failed: ValueError: the post office is closed")]
    make_due("broken")
    do_due([Work("broken", MINUTE, list)])
    assert told() == []
    assert what_is_due_is_done(databases=None) == []
