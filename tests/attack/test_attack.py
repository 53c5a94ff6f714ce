"""A small attack in the everyday run: what `make attack` does with thousands of requests, done with hundreds, and more of them in CI."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.served import Served, prepared, served
from tests.attack.slow import slow
from tests.attack.storm import storm
from tests.attack.uploads import uploads
from tests.attack.watching import LINE, Watch
from tests.attack.wire import ask
from tests.services import nginx
from tests.services.availability import ServiceMissing, unavailable

pytestmark = pytest.mark.slow
#: Enough for each method, header, body and kind of value to come at least once; half as many come through the proxy.
REQUESTS = int(os.environ.get("ATTACK_REQUESTS") or 400)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with prepared() as home:
        yield home


@pytest.fixture
def alone(folder) -> Iterator[Served]:
    with served(folder) as site:
        yield site


def test_the_server_alone_stands_and_tells_nobody_what_was_sent(alone):
    watch = Watch(alone)
    uploads(watch, alone.port)
    slow(watch, alone.port)
    storm(watch, REQUESTS, alone.port)
    assert ask(alone.port, "/find-tilbud/?q=hjælp").status == 200
    watch.leaks()
    assert watch.faults == []
    # That something is written at all, each line with its time and level.
    assert [line for line in watch.log_lines() if not LINE.match(line)] == []
    assert watch.log_lines()


def test_the_server_stands_behind_the_example_proxy(folder):
    try:
        with served(folder, {"BEHIND_PROXY": "on"}) as site, nginx.in_front_of(site.port, folder) as (port, log):
            watch = Watch(site)
            uploads(watch, port, tls=True)
            slow(watch, port, tls=True)
            storm(watch, REQUESTS // 2, port, tls=True)
            watch.leaks(log)
            assert watch.faults == []
    except ServiceMissing as missing:
        unavailable(str(missing))


def test_a_fault_is_seen(alone, tmp_path):
    """The watch itself: it finds a mark in a log and in a file, and a process that is gone."""
    watch = Watch(alone)
    (tmp_path / "proxy.log").write_text("127.0.0.1 GET /?q=zqmaerketq\n")
    (alone.folder / "forgotten.txt").write_text("zqmaerketq")
    watch._workers = [1, 2]
    watch.processes()
    watch.leaks(tmp_path / "proxy.log")
    (alone.folder / "forgotten.txt").unlink()
    assert len(watch.faults) == 3
