"""The server takes up a new release while visitors ask: every request is answered."""

import http.client
import signal
import threading

import pytest

from tests.cms.machines.machine import PATIENCE, wait_for
from tests.services.process import free_port

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def answer(port):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        line.request("GET", "/healthz", headers={"Host": "localhost"})
        return line.getresponse().status
    finally:
        line.close()


def serves(port):
    try:
        return answer(port) == 200
    except OSError:
        return False


def children(server):
    with open(f"/proc/{server.pid}/task/{server.pid}/children") as told:  # noqa: PTH123 - no file that a Path would name
        return set(told.read().split())


def test_no_request_fails_while_processes_are_replaced(machine):
    port = free_port()
    server = machine("first").serve(port)
    wait_for(lambda: serves(port))
    statuses, done = [], threading.Event()

    def visit():
        while not done.is_set():
            statuses.append(answer(port))

    visitor = threading.Thread(target=visit, daemon=True)
    visitor.start()
    for _release in range(2):
        old, asked = children(server), len(statuses)
        server.send_signal(signal.SIGHUP)
        wait_for(lambda old=old: children(server) and not children(server) & old)
        wait_for(lambda asked=asked: len(statuses) > asked + 20)
    assert visitor.is_alive()
    done.set()
    visitor.join()
    assert set(statuses) == {200}
