"""A request reaches a thread when it is whole; until then it costs nobody anything, and what is not wanted is refused."""

import socket
import subprocess
import sys
import time

import pytest
from gunicorn.config import Config

from cms.serving import arriving, config
from cms.serving.arriving import Arriving, Unwanted
from cms.serving.limits import (
    HEAD_SECONDS,
    MAX_BODY_BYTES,
    MAX_HEAD_BYTES,
    MAX_VISITOR_BODY_BYTES,
    MIN_BYTES_PER_SECOND,
)
from tests.services.site import ROOT


@pytest.fixture
def connection():
    ours, theirs = socket.socketpair()
    arriving_one = Arriving(Config(), ours, ("127.0.0.1", 1), ("127.0.0.1", 2))
    assert not arriving_one.expect_request()
    yield arriving_one
    arriving_one.close()
    theirs.close()


def parsed(connection):
    """What gunicorn's own parser reads from it."""
    connection.init()
    return next(connection.parser)


def test_a_request_in_single_bytes_is_whole_with_the_last(connection):
    sent = b"POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
    assert [connection.take(bytes([byte])) for byte in sent] == [False] * (len(sent) - 1) + [True]
    request = parsed(connection)
    assert (request.method, request.path, request.body.read()) == ("POST", "/a", b"abc")


def test_raw_letters_in_an_address_are_read_as_browsers_write_them(connection):
    assert connection.take("GET /find-tilbud/?q=hjælp HTTP/1.1\r\nHost: a\r\nX-Name: å\r\n\r\n".encode())
    request = parsed(connection)
    assert request.query == "q=hj%C3%A6lp"
    assert dict(request.headers)["X-NAME"] == "å".encode().decode("latin-1")


def test_a_second_request_that_came_along_is_read_after_the_first(connection):
    assert connection.take(b"GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n")
    assert parsed(connection).path == "/one"
    assert connection.expect_request()
    assert parsed(connection).path == "/two"
    assert not connection.expect_request()


def test_a_body_larger_than_memory_holds_arrives_whole(connection):
    length = MAX_VISITOR_BODY_BYTES * 3
    assert not connection.take(b"POST /admin/ HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % length)
    assert connection.has_head
    assert not connection.take(b"a" * (length - 1))
    assert connection.wanted == 1
    assert connection.take(b"b")
    assert parsed(connection).body.read() == b"a" * (length - 1) + b"b"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET / HTTP/1.1\r\nX: " + b"a" * MAX_HEAD_BYTES, "431"),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * MAX_HEAD_BYTES + b"\r\n\r\n", "431"),
        (b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (MAX_BODY_BYTES + 1), "413"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "411"),
    ],
)
def test_what_is_too_large_or_without_a_length_is_refused_before_it_is_read(connection, sent, status):
    with pytest.raises(Unwanted, match=status):
        connection.take(sent)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\nHost: a\n\n",
        b"GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: five\r\n\r\n",
    ],
)
def test_what_can_never_be_a_request_is_left_to_the_parser_to_refuse_at_once(connection, sent):
    assert connection.take(sent)
    with pytest.raises(Exception, match="Invalid HTTP"):
        parsed(connection)


def test_a_body_has_as_long_as_a_slow_line_needs_and_a_head_a_few_seconds(connection):
    begun = time.monotonic()
    connection.expect_request()
    assert begun <= connection.deadline - HEAD_SECONDS <= time.monotonic()
    before = connection.deadline
    connection.take(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (MIN_BYTES_PER_SECOND * 7))
    assert connection.deadline - before == pytest.approx(7)


def test_whoever_asks_whether_to_go_on_is_told_to(connection):
    ours, theirs = socket.socketpair()
    asking = Arriving(Config(), ours, ("127.0.0.1", 1), ("127.0.0.1", 2))
    asking.take(b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
    assert theirs.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
    asking.close()
    theirs.close()


def test_the_configuration_is_one_that_gunicorn_knows():
    known = Config().settings
    told = {name: value for name, value in vars(config).items() if not name.startswith("_") and name.islower()}
    settings = {name: value for name, value in told.items() if name in known}
    assert set(told) - set(settings) == {"os"}
    for name, value in settings.items():
        known[name].set(value)
    assert config.worker_connections > config.threads
    assert arriving.PIECE <= MAX_VISITOR_BODY_BYTES


def test_what_the_first_process_keeps_through_a_reload_is_nothing_of_django_or_the_site():
    """Else processes of a new release would be made of two versions."""
    script = "import sys, cms.serving.config; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    read = {
        name
        for name in done.stdout.split()
        if name.partition(".")[0] in {"django", "wagtail", "cms", "directory", "search"}
    }
    assert {name for name in read if not name.startswith("cms.serving")} == {"cms", "cms.logs"}
