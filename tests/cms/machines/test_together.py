"""A set of changes goes live once and whole: also when a worker is killed in the middle of it, and when two do it at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

BEFORE = {"Kaffe i Vejle": 1, "Kaffe i Kolding": 1}
#: One revision as the draft, and one that was published.
AFTER = {"Te i Vejle": 2, "Te i Kolding": 2}


def test_a_killed_worker_has_done_nothing_and_of_two_others_one_does_it(machine):
    site = machine("site")
    first, second, killed = site.process(), site.process(), site.process()
    for told in ("begin", "work", "put_together"):
        first.ask(do=told)
    with pytest.raises(AssertionError, match="ended with -9"):
        killed.ask(do="go_live", dies_after=1)
    assert first.ask(do="titles") == BEFORE
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(one.ask, do="go_live") for one in (first, second)]:
            done.result()
    assert second.ask(do="titles") == AFTER
    first.ask(do="work")
    assert sorted(first.ask(do="found", text="te")) == sorted(AFTER)
    assert first.ask(do="found", text="kaffe") == []
