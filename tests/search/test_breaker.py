"""A broken engine is spared: not at once, not for ever, and only one caller tries it again."""

import threading

import pytest

from search.breaker import FAILURES, PAUSE, WITHIN, Breaker


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(clock)


def fail(breaker, times=FAILURES):
    for _ in range(times):
        breaker.failed()


def test_some_failures_are_borne(breaker):
    fail(breaker, FAILURES - 1)
    assert breaker.allows()
    assert not breaker.open


def test_failures_in_a_row_open_it(breaker):
    fail(breaker)
    assert breaker.open
    assert not breaker.allows()


def test_failures_far_apart_do_not(breaker, clock):
    for _ in range(10):
        breaker.failed()
        clock.now += WITHIN
    assert not breaker.open


def test_a_success_between_makes_them_forgotten(breaker):
    fail(breaker, FAILURES - 1)
    breaker.succeeded()
    fail(breaker, FAILURES - 1)
    assert not breaker.open


def test_after_a_pause_one_caller_tries(breaker, clock):
    fail(breaker)
    clock.now += PAUSE
    assert [breaker.allows() for _ in range(3)] == [True, False, False]


def test_a_try_that_fails_begins_the_pause_anew(breaker, clock):
    fail(breaker)
    clock.now += PAUSE
    assert breaker.allows()
    breaker.failed()
    clock.now += PAUSE - 1
    assert not breaker.allows()
    clock.now += 1
    assert breaker.allows()


def test_a_try_that_succeeds_closes_it(breaker, clock):
    fail(breaker)
    clock.now += PAUSE
    assert breaker.allows()
    breaker.succeeded()
    assert not breaker.open
    assert all(breaker.allows() for _ in range(3))


def test_a_try_that_never_comes_back_is_followed_by_another(breaker, clock):
    fail(breaker)
    for _ in range(3):
        clock.now += PAUSE
        assert breaker.allows()


def test_of_many_threads_one_tries(breaker, clock):
    fail(breaker)
    clock.now += PAUSE
    allowed, start = [], threading.Barrier(20)

    def ask():
        start.wait()
        allowed.append(breaker.allows())

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(allowed) == 1
