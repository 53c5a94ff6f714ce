"""Entries are put, dropped and rebuilt; nothing half-done is ever seen."""

import threading

import pytest

from search import Entry, Query


def named(*keys):
    return [Entry(id=f"offer:{key}", title=f"Kor {key}") for key in keys]


def test_an_entry_is_found_as_soon_as_it_is_put(engine, swim):
    engine.put([swim])
    assert engine.search(Query(text="svømning")).ids == ("offer:1",)
    assert engine.ids() == {"offer:1"}


def test_putting_again_replaces(engine):
    engine.put(named(1, 2))
    engine.put([Entry(id="offer:1", title="Skovtur")])
    assert engine.search(Query(text="skovtur")).ids == ("offer:1",)
    assert engine.search(Query(text="kor")).ids == ("offer:2",)
    assert engine.check().entries == 2


def test_the_last_of_two_entries_with_one_id_counts(engine):
    twice = [Entry(id="offer:1", title="Kor"), Entry(id="offer:1", title="Skovtur")]
    assert engine.rebuild(twice) == 1
    assert engine.search(Query()).total == 1
    assert engine.search(Query(text="skovtur")).total == 1
    engine.put(reversed(twice))
    assert engine.search(Query(text="kor")).total == 1


def test_a_dropped_entry_is_gone_and_dropping_it_again_is_no_error(engine):
    engine.put(named(1, 2))
    engine.drop(["offer:1", "offer:99"])
    engine.drop(["offer:1"])
    engine.drop([])
    assert engine.ids() == {"offer:2"}


def test_ids_that_look_alike_are_not_dropped_together(engine):
    engine.put(named(1, 11, 111))
    engine.drop(["offer:1"])
    assert engine.ids() == {"offer:11", "offer:111"}


def test_rebuilding_leaves_nothing_of_what_was(engine):
    engine.put(named(1, 2))
    assert engine.rebuild(named(3)) == 1
    assert engine.search(Query()).ids == ("offer:3",)


def test_a_rebuild_that_fails_leaves_the_old_entries_answering(engine):
    def breaking():
        yield from named(2)
        raise RuntimeError("The database went away.")

    engine.rebuild(named(1))
    with pytest.raises(RuntimeError, match="went away"):
        engine.rebuild(breaking())
    assert engine.ids() == {"offer:1"}
    assert engine.rebuild(named(3)) == 1


def test_searches_during_a_rebuild_see_the_old_or_the_new_and_nothing_between(engine):
    engine.rebuild(named(*range(50)))
    seen: list[int] = []
    done = threading.Event()

    def look():
        while not done.is_set():
            seen.append(engine.search(Query(text="kor")).total)

    watchers = [threading.Thread(target=look) for _ in range(2)]
    for watcher in watchers:
        watcher.start()
    for size in (80, 50, 80, 50):
        engine.rebuild(named(*range(size)))
    done.set()
    for watcher in watchers:
        watcher.join()
    assert seen
    assert set(seen) <= {50, 80}


def test_two_rebuilds_at_once_leave_one_of_them_whole(engine):
    def rebuild(first):
        engine.rebuild(named(*range(first, first + 200)))

    rebuilds = [threading.Thread(target=rebuild, args=(first,)) for first in (1000, 2000)]
    for one in rebuilds:
        one.start()
    for one in rebuilds:
        one.join()
    ids = engine.ids()
    assert len(ids) == 200
    assert len({key[len("offer:")] for key in ids}) == 1


def test_what_is_put_while_a_rebuild_runs_is_not_lost(engine):
    running, put = threading.Event(), threading.Event()

    def slow():
        running.set()
        yield from named(1)
        put.wait(0.3)

    rebuilding = threading.Thread(target=engine.rebuild, args=(slow(),))
    rebuilding.start()
    running.wait(5)
    engine.put(named(2))
    put.set()
    rebuilding.join()
    assert engine.ids() == {"offer:1", "offer:2"}


def test_the_health_of_a_filled_engine(engine, swim, choir):
    engine.rebuild([swim, choir])
    health = engine.check()
    assert (health.ready, health.entries, health.problem) == (True, 2, "")
    assert health.analysis
    assert health.committed is not None
    assert health.committed.tzinfo is not None


def test_an_engine_keeps_the_word_that_it_was_stamped_with(engine, swim):
    assert engine.check().stamp == ""
    engine.stamp("one")
    engine.put([swim])
    assert engine.check().stamp == "one"
    engine.rebuild([swim], "two")
    assert engine.check().stamp == "two"
    engine.stamp("three")
    assert engine.check().stamp == "three"
    engine.rebuild([swim])
    assert engine.check().stamp == ""
