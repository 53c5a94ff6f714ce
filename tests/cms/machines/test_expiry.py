"""An offer whose time runs out is gone from its page and from the search: by a worker, and where there is none."""

import http.client

import pytest

from tests.cms.machines.machine import PATIENCE, Machine, wait_for
from tests.services.process import free_port

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

SEARCH = "/find-tilbud/?q=kaffe"


def visit(port, path):
    """The status and the text of a page; nothing while the server does not answer yet."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        line.request("GET", path, headers={"Host": "localhost"})
        answer = line.getresponse()
        return answer.status, answer.read().decode()
    except OSError:
        return 0, ""
    finally:
        line.close()


class Served:
    """A site with two cafés that is served, as small sites are or with a worker of its own."""

    def __init__(self, home, database_url, *, worker):
        self.machine, self.port = Machine(home, database_url), free_port()
        self.machine.environment["DJANGO_SETTINGS_MODULE"] = "tests.cms.machines.settings"
        self._editor, self._worker = self.machine.process(), worker

    def begin(self):
        for told in ("begin", "work", "forget_worker"):
            self._editor.ask(do=told)
        if self._worker:
            self.machine.environment["WORK_IN_PROCESS"] = "off"
            self.machine.start("search_index", "work")
        self.machine.serve(self.port)

    def expire_soon(self, title):
        self._path = self._editor.ask(do="expire", title=title, seconds=5)

    def is_without(self, title):
        return visit(self.port, self._path)[0] == 410 and title not in visit(self.port, SEARCH)[1]


@pytest.fixture
def sites(tmp_path, new_database):
    """Both ways of running that are documented, side by side: one waits while the other does."""
    made = []
    for name, worker in (("alone", False), ("with a worker", True)):
        made.append(Served(tmp_path / name.replace(" ", "-"), new_database(), worker=worker))
    for one in made:
        one.begin()
    yield made
    for one in made:
        one.machine.close()


def test_an_offer_that_expires_is_gone_with_a_worker_and_without_one(sites):
    for site in sites:
        wait_for(lambda site=site: "Kaffe i Kolding" in visit(site.port, SEARCH)[1])
        site.expire_soon("Kaffe i Vejle")
    for site in sites:
        wait_for(lambda site=site: site.is_without("Kaffe i Vejle"))
        assert "Kaffe i Kolding" in visit(site.port, SEARCH)[1]
