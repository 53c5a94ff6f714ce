"""A cluster of three loses its master and has another node hang, while editors edit and visitors search."""

import threading
import time

import pytest
from elasticsearch import Elasticsearch

from tests.faults.site import HOW_MANY
from tests.faults.test_server import LONGEST

pytestmark = [pytest.mark.elastic, pytest.mark.slow]

EDITS, SEARCHES, HANGS = 1000, 500, 20


def master_of(members):
    """The node that leads, and the two others."""
    with Elasticsearch(members[0].url) as client:
        leader = client.cluster.state(metric="master_node").body["master_node"]
        names = client.nodes.info(metric="http").body["nodes"]
    leading = next(member for member in members if member.name == names[leader]["name"])
    return leading, [member for member in members if member is not leading]


def break_things(members):
    """The master dies and comes back; another node hangs meanwhile."""
    master, (hanging, _) = master_of(members)
    time.sleep(5)
    master.kill()
    time.sleep(2)
    hanging.pause()
    time.sleep(HANGS)
    hanging.resume()
    master.start()


def test_no_search_fails_or_lies_and_no_edit_is_lost(three_servers, site_on):
    site = site_on(",".join(member.url for member in three_servers) + "?prefix=cluster&replicas=1")
    site.start_worker()
    searcher = site.searcher()
    first = searcher.ask()  # the process starts, which no visitor waits for
    assert len(first.found) == HOW_MANY

    editors = site.edit(seed=1, edits=EDITS)
    breaking = threading.Thread(target=break_things, args=(three_servers,))
    breaking.start()
    answers = []
    while len(answers) < SEARCHES or breaking.is_alive() or editors.poll() is None:
        answers.append(searcher.ask())
        time.sleep(0.05)
    breaking.join()
    searcher.close()
    assert editors.wait() == 0
    assert {answer.found for answer in answers} == {first.found}
    assert max(answer.took for answer in answers) < LONGEST

    three_servers[0].wait(nodes=3)
    site.settle()
    assert "agree" in site.manage("search_index", "verify")
    status = site.manage("search_index", "status")
    assert "elastic: ready" in status
    assert "embedded: ready" in status
