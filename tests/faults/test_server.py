"""The server hangs, dies, forgets and fills up: visitors are answered all the while, and all is well again after it."""

import re
import time

import pytest
from elasticsearch import Elasticsearch

from search import Entry, Query, SearchUnavailable
from search.breaker import FAILURES, PAUSE, Breaker
from search.elastic import ElasticEngine, ElasticStore
from search.elastic.door import CITIZENS_TIMEOUT
from search.fallback import Fallback
from tests.search.engines import FACETS, address, analyser, embedded, finder
from tests.services.process import free_port

pytestmark = [pytest.mark.elastic, pytest.mark.slow]

ROWS = [Entry(id=f"offer:{number}", title=f"Kor {number}", facets={"need": ("musik",)}) for number in range(40)]
KOR = Query(text="kor", counted=("need",))
#: What is logged when the server was asked and did not answer.
IN_VAIN = "The second engine answers"


class Clock:
    """The breaker's watch: it stands still, however busy the machine is, until a test puts it forward."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Pair:
    """Both engines as the site has them, with the patience that visitors have."""

    def __init__(self, url, folder, name):
        place = address(url, name)
        store = ElasticStore(place, analyser(), FACETS, ("need",), patience=20.0, lease=2.0)
        self.clock = Clock()
        self.breaker = Breaker(self.clock)
        self.elastic = finder(store, kind=ElasticEngine)
        self.embedded = embedded(folder)
        self.engine = Fallback(self.elastic, self.embedded, self.breaker)
        self.alias = place.prefix

    def ask(self):
        """A search that has to be answered, and rightly."""
        results = self.engine.search(KOR)
        assert (results.total, results.counts["need"]) == (len(ROWS), {"musik": len(ROWS)})

    def elastic_answers(self):
        """Whether the server does again, as soon as its turn comes."""
        self.clock.now += PAUSE
        self.ask()
        return not self.breaker.open


@pytest.fixture
def pair(server, tmp_path, request):
    made = Pair(server.url, tmp_path / "index", f"faults-{request.node.name[:20].strip('_')}")
    made.engine.rebuild(ROWS)
    deadline = time.monotonic() + 30
    while made.elastic.check().entries != len(ROWS) and time.monotonic() < deadline:
        time.sleep(0.1)
    made.ask()
    return made


@pytest.fixture
def admin(server):
    """Somebody who may do everything on the server."""
    with Elasticsearch(server.url, request_timeout=30, max_retries=3, retry_on_timeout=True) as client:
        yield client


def test_a_server_that_hangs_is_waited_for_a_few_times_and_then_spared(server, pair, caplog):
    server.pause()
    try:
        for _ in range(FAILURES):
            assert not pair.breaker.open
            pair.ask()
        assert pair.breaker.open
        assert caplog.text.count(IN_VAIN) == FAILURES
        for _ in range(20):
            pair.ask()
        # Nobody waits for the server any more.
        assert caplog.text.count(IN_VAIN) == FAILURES
        assert not pair.elastic_answers()
    finally:
        server.resume()
    deadline = time.monotonic() + 30
    while not pair.elastic_answers():
        assert time.monotonic() < deadline


def test_nobody_waits_for_a_server_longer_than_visitors_have_patience(server, pair):
    server.pause()
    try:
        with pytest.raises(SearchUnavailable) as told:
            pair.elastic.search(KOR)
    finally:
        server.resume()
    # What the client was told to wait, not what a busy machine made of it.
    waited = re.findall(r"read timeout=([\d.]+)", " ".join(map(repr, behind(told.value))))
    assert max(map(float, waited)) <= CITIZENS_TIMEOUT


def behind(problem):
    """The errors that were caught on the way to this one."""
    while problem := problem.__context__:
        yield problem


def test_a_server_that_dies_and_comes_back_answers_again_with_all_it_had(server, pair):
    server.kill()
    try:
        for _ in range(FAILURES + 1):
            pair.ask()
        assert pair.breaker.open
        health = pair.engine.check()
        assert health.ready
        assert "elastic" in health.problem
        assert not pair.elastic.check().lost  # it may come back
    finally:
        server.start()
        server.wait()
    assert pair.elastic_answers()
    assert pair.elastic.ids() == {row.id for row in ROWS}


@pytest.mark.parametrize("what", ["alias", "index"])
def test_an_index_that_somebody_deleted_is_known_to_be_lost(pair, admin, what):
    index = next(iter(admin.indices.get_alias(name=pair.alias)))
    if what == "alias":
        admin.indices.delete_alias(index=index, name=pair.alias)
    else:
        admin.indices.delete(index=index)
    pair.elastic._store._tables.forget()
    pair.ask()
    assert pair.elastic.check().lost
    with pytest.raises(SearchUnavailable, match="rebuild"):
        pair.elastic.put(ROWS[:1])
    assert pair.elastic.rebuild(ROWS) == len(ROWS)
    assert pair.elastic_answers()


def test_a_full_disk_takes_no_change_and_goes_on_answering(pair, admin):
    """What a server does to its indices when its disk is nearly full."""
    admin.indices.put_settings(index=pair.alias, settings={"index.blocks.read_only_allow_delete": True})
    with pytest.raises(SearchUnavailable, match="write"):
        pair.elastic.put([Entry(id="offer:99", title="Kor 99")])
    pair.ask()
    assert not pair.breaker.open
    admin.indices.put_settings(index=pair.alias, settings={"index.blocks.read_only_allow_delete": None})
    pair.elastic.put([Entry(id="offer:99", title="Kor 99")])
    assert "offer:99" in pair.elastic.ids()


def test_an_index_that_cannot_be_read_is_answered_for_until_it_can(pair, admin):
    admin.indices.close(index=pair.alias)
    for _ in range(FAILURES):
        pair.ask()
    assert pair.breaker.open
    admin.indices.open(index=pair.alias)
    admin.cluster.health(index=pair.alias, wait_for_status="yellow")
    assert pair.elastic_answers()


def test_a_writer_that_dies_with_the_lock_is_followed_by_another(server, pair):
    store = pair.elastic._store
    held = store._lock._acquired()
    held._over.set()  # it renews its lease no more
    held._thread.join()
    pair.elastic.drop(["offer:1"])
    assert "offer:1" not in pair.elastic.ids()
    # Should it wake up after all, it does not write over what others wrote.
    with pytest.raises(SearchUnavailable, match="lock was lost"):
        store._writer.change(ROWS, (), held)


def test_with_both_out_there_is_no_answer_and_no_lie(tmp_path):
    pair = Pair(f"http://127.0.0.1:{free_port()}", tmp_path / "index", "nobody")
    for _ in range(FAILURES + 2):
        with pytest.raises(SearchUnavailable):
            pair.engine.search(KOR)
    assert not pair.engine.check().ready


def test_what_fails_on_one_is_still_written_to_the_other(tmp_path):
    pair = Pair(f"http://127.0.0.1:{free_port()}", tmp_path / "index", "nobody")
    pair.elastic._store._working._retries = 0
    with pytest.raises(SearchUnavailable):
        pair.engine.rebuild(ROWS)
    pair.ask()
    with pytest.raises(SearchUnavailable):
        pair.engine.drop(["offer:1"])
    assert len(pair.engine.ids()) == len(pair.engine.digests()) == len(ROWS) - 1


def test_nothing_of_what_was_searched_for_is_logged(server, pair, caplog):
    server.pause()
    try:
        pair.engine.search(Query(text="hemmelig kor"))
    finally:
        server.resume()
    assert IN_VAIN in caplog.text
    assert "hemmelig" not in caplog.text
