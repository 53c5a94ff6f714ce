"""The folder that the site writes to cannot be written to any more: visitors are served, and what is wrong is told."""

import http.client
import json
import os
import time

import pytest

from tests.services.process import free_port

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

#: Seconds. A busy machine has taken a minute to start.
PATIENCE = 240.0
TOKEN = "a-token-of-the-monitor"
#: Root may write whatever the rights say, unless this ability is taken from it.
AS_THE_RIGHTS_SAY = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []


@pytest.fixture
def port(machine):
    """A site with two cafés whose folder is made read-only, served."""
    server, port = machine("first"), free_port()
    process = server.process()
    process.ask(do="begin")
    process.ask(do="work")
    process.close()
    server.environment["METRICS_TOKEN"] = TOKEN
    server.serve(port, *AS_THE_RIGHTS_SAY)
    paths = [server.home, *server.home.rglob("*")]
    rights = {path: path.stat().st_mode for path in paths}
    for path, mode in rights.items():
        path.chmod(mode & ~0o222)
    yield port
    for path, mode in rights.items():
        path.chmod(mode)


def ask(port, path):
    """The status and the text of an answer, when there is one."""
    end = time.monotonic() + PATIENCE
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            line.request("GET", path, headers={"Host": "localhost", "Authorization": f"Bearer {TOKEN}"})
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.3)
        finally:
            line.close()


def test_pages_and_searches_are_answered_and_the_monitor_is_told(port):
    assert ask(port, "/")[0] == 200
    status, hits = ask(port, "/find-tilbud/?q=kaffe")
    assert (status, "Kaffe i Vejle" in hits, "Kaffe i Kolding" in hits) == (200, True, True)
    status, told = ask(port, "/readyz")
    assert (status, json.loads(told)["folders"]) == (200, False)
    assert any("cannot write to" in problem for problem in json.loads(told)["problems"])
