"""Two engines as one, where one of them, or both, have lost their index."""

import shutil

import pytest

from search import Entry, Query, SearchUnavailable
from search.breaker import FAILURES, PAUSE, Breaker
from search.fallback import Fallback
from tests.search.engines import embedded

ROWS = [Entry(id=f"offer:{number}", title=f"Kor {number}") for number in range(3)]
MORE = Entry(id="offer:9", title="Kor 9")
KOR = Query(text="kor")


class Pair:
    """Two real engines in folders of their own, and a clock that the test puts forward."""

    def __init__(self, folder):
        self.now = 0.0
        self.folders = folder / "first", folder / "second"
        self.first, self.second = (embedded(each) for each in self.folders)
        self.breaker = Breaker(lambda: self.now)
        self.both = Fallback(self.first, self.second, self.breaker)

    def lose(self, number):
        """What a wiped disk leaves."""
        shutil.rmtree(self.folders[number])


@pytest.fixture
def pair(tmp_path):
    made = Pair(tmp_path)
    assert made.both.rebuild(ROWS) == len(ROWS)
    return made


def test_what_is_written_stands_in_both(pair):
    pair.both.put([MORE])
    pair.both.drop(["offer:0"])
    assert pair.first.ids() == pair.second.ids() == {"offer:1", "offer:2", "offer:9"}
    assert pair.first.digests() == pair.second.digests() == pair.both.digests()


def test_the_second_answers_for_the_first_which_is_spared_after_some_failures(pair):
    pair.lose(0)
    for _ in range(FAILURES):
        assert not pair.breaker.open
        assert pair.both.search(KOR).total == len(ROWS)
    assert pair.breaker.open
    assert pair.both.search(KOR).total == len(ROWS)
    assert pair.both.ids() == pair.second.ids()
    assert pair.both.digests() == pair.second.digests()


def test_the_first_is_asked_again_after_a_pause(pair):
    pair.lose(0)
    for _ in range(FAILURES):
        pair.both.search(KOR)
    pair.first.rebuild(ROWS)
    pair.both.search(KOR)
    assert pair.breaker.open
    pair.now += PAUSE
    assert pair.both.search(KOR).total == len(ROWS)
    assert not pair.breaker.open


def test_with_the_second_out_as_well_the_spared_one_is_asked_all_the_same(pair):
    pair.lose(0)
    for _ in range(FAILURES):
        pair.both.search(KOR)
    pair.first.rebuild(ROWS)
    pair.lose(1)
    assert pair.both.search(KOR).total == len(ROWS)


def test_with_both_out_it_says_so(pair):
    pair.lose(0)
    pair.lose(1)
    for _ in range(FAILURES + 1):
        with pytest.raises(SearchUnavailable):
            pair.both.search(KOR)


def test_a_write_that_one_cannot_take_is_told_when_the_other_has_it(pair):
    pair.lose(0)
    with pytest.raises(SearchUnavailable):
        pair.both.put([MORE])
    assert MORE.id in pair.second.ids()


def test_its_health_is_the_first_s_or_the_second_s_with_what_is_wrong(pair):
    assert pair.both.check() == pair.first.check()
    pair.lose(0)
    health = pair.both.check()
    assert health.ready
    assert health.problem.startswith("embedded: ")


def test_a_spared_engine_that_is_well_again_is_said_to_be_spared(pair):
    pair.lose(0)
    for _ in range(FAILURES):
        pair.both.search(KOR)
    pair.first.rebuild(ROWS)
    assert "spared" in pair.both.check().problem
