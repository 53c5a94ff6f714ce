"""A cluster of three loses its master and has another node hang, while editors edit and visitors search."""

import threading
import time

import pytest
from elasticsearch import Elasticsearch

from tests.faults.site import HOW_MANY

pytestmark = [pytest.mark.elastic, pytest.mark.slow]

EDITS, SEARCHES = 600, 400
#: Seconds.
PATIENCE = 180.0
#: So many searches are answered with all well, with the master gone, and with another node hanging besides.
WELL, WITHOUT_MASTER, HANGING = 50, 20, 200


def master_of(members):
    """The node that leads, and the two others."""
    with Elasticsearch(members[0].url) as client:
        leader = client.cluster.state(metric="master_node").body["master_node"]
        names = client.nodes.info(metric="http").body["nodes"]
    leading = next(member for member in members if member.name == names[leader]["name"])
    return leading, [member for member in members if member is not leading]


def break_things(members, answers):
    """The master dies and comes back; another node hangs meanwhile, as long as it takes to see that nobody waits for it."""
    master, (hanging, _) = master_of(members)
    let_pass(answers, WELL)
    master.kill()
    let_pass(answers, WITHOUT_MASTER)
    hanging.pause()
    let_pass(answers, HANGING)
    hanging.resume()
    master.start()


def let_pass(answers, number):
    """Wait until so many more searches are answered."""
    enough = len(answers) + number
    while len(answers) < enough:
        time.sleep(0.05)


def told_when_ready(site):
    """The status once the servers answer in the time that visitors give them, which a busy machine may not at first."""
    end = time.monotonic() + PATIENCE
    while "not ready" in (status := site.manage("search_index", "status")) and time.monotonic() < end:
        time.sleep(1)
    return status


def test_no_search_fails_or_lies_and_no_edit_is_lost(three_servers, site_on):
    site = site_on(",".join(member.url for member in three_servers) + "?prefix=cluster&replicas=1")
    site.start_worker()
    searcher = site.searcher()
    first = searcher.ask()
    assert len(first) == HOW_MANY

    editors = site.edit(seed=1, edits=EDITS)
    answers = []
    # It ends with the test, should a search fail.
    breaking = threading.Thread(target=break_things, args=(three_servers, answers), daemon=True)
    breaking.start()
    while len(answers) < SEARCHES or breaking.is_alive() or editors.poll() is None:
        answers.append(searcher.ask())
        time.sleep(0.05)
    breaking.join()
    searcher.close()
    assert editors.wait() == 0
    assert set(answers) == {first}

    three_servers[0].wait(nodes=3)
    site.settle()
    assert "agree" in site.manage("search_index", "verify")
    status = told_when_ready(site)
    assert "elastic: ready" in status
    assert "embedded: ready" in status
