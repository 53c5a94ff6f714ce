"""Logs tell what went wrong and where, and nothing of who asked for what."""

import io
import json
import logging
import re
import subprocess
import sys

import pytest
from django.core.exceptions import DisallowedHost, ImproperlyConfigured
from django.db import OperationalError
from django.test import RequestFactory
from django.urls import resolve

from cms.logs import WithoutValues, WithoutVisitors

SECRET = "hemmeligt"


#: Tells every handler that a process of the site has: its kind, its formatter, its filters.
HANDLERS = """
import json, logging
import django
from django.conf import settings
django.setup()
found = {one for name in (None, *settings.LOGGING["loggers"]) for one in logging.getLogger(name).handlers}
kinds = [(one, one.formatter, one.filters) for one in found]
print(json.dumps([[type(h).__name__, type(f).__name__, [type(x).__name__ for x in fs]] for h, f, fs in kinds]))
"""


@pytest.fixture
def written():
    """Hands a record to the console's handler as the settings configure it; what it wrote."""

    def write(name, message, *args, exc_info=None, level=logging.ERROR, **extra):
        stream = io.StringIO()
        handler = logging.StreamHandler(stream)
        handler.addFilter(WithoutVisitors())
        handler.setFormatter(WithoutValues())
        record = logging.getLogger(name).makeRecord(name, level, "f", 1, message, args, exc_info, extra=extra)
        handler.handle(record)
        return stream.getvalue()

    return write


def failure(error, cause=None):
    try:
        try:
            if cause is not None:
                raise cause
        finally:
            raise error
    except Exception:  # noqa: BLE001 - whatever it was, the log has to stand it
        return sys.exc_info()


def test_an_error_of_a_view_names_the_view_and_not_the_address(written):
    request = RequestFactory().get(f"/kort/?q={SECRET}")
    request.resolver_match = resolve("/kort/")
    told = written(
        "django.request",
        "%s: %s",
        "Internal Server Error",
        f"/kort/{SECRET}",
        exc_info=failure(ValueError(SECRET), KeyError(SECRET)),
        request=request,
        status_code=500,
    )
    assert SECRET not in told
    assert " ERROR django.request: 500 in directory.find.views.offers_on_map\n" in told
    assert "builtins.KeyError\nwhile handling:\n" in told.replace("ValueError", "KeyError")
    assert "test_logs.py" in told


def test_an_unknown_host_is_one_line_of_warning(written):
    told = written(
        "django.security.DisallowedHost",
        f"Invalid HTTP_HOST header: '{SECRET}'.",
        exc_info=failure(DisallowedHost(SECRET)),
        request=RequestFactory().get("/"),
        status_code=400,
    )
    assert told.count("\n") == 1
    assert told.endswith(
        " WARNING django.security.DisallowedHost: Refused a request (DisallowedHost): its host is not in ALLOWED_HOSTS\n"
    )


@pytest.mark.parametrize(
    ("message", "args", "left"),
    [
        (f"Invalid request from ip=192.0.2.7: Invalid HTTP request line: 'GET /?q={SECRET}'", (), "Invalid request"),
        (f"Invalid request from ip=192.0.2.7: {SECRET}\nnext line", (), "Invalid request"),
        ("Error handling request %s %s", ("GET", f"/{SECRET}"), "Error handling request"),
        ("Worker (pid:%s) exited with code %s", (7, 3), "Worker (pid:7) exited with code 3"),
    ],
)
def test_the_server_tells_of_a_request_only_that_there_was_one(written, message, args, left):
    told = written("gunicorn.error", message, *args)
    assert SECRET not in told
    assert "192.0.2.7" not in told
    assert told.endswith(f" ERROR gunicorn.error: {left}\n")


def test_what_the_system_or_the_database_server_says_of_itself_is_kept(written):
    assert "OSError: No space left on device" in written(
        "a", "b", exc_info=failure(OSError(28, "No space left on device"))
    )
    told = written("a", "b", exc_info=failure(ImproperlyConfigured("SECRET_KEY is missing")))
    assert "SECRET_KEY is missing" in told
    assert "database is locked" in written("a", "b", exc_info=failure(OperationalError("database is locked")))


def test_an_exception_that_is_its_own_cause_ends(written):
    error = ValueError(SECRET)
    error.__cause__ = error
    assert SECRET not in written("a", "b", exc_info=(ValueError, error, None))


def test_every_line_begins_with_time_and_level(written):
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d{4} INFO a: b\n", written("a", "b", level=20))


def test_no_error_is_sent_by_mail_and_every_handler_keeps_the_promise():
    """Looked at in a process of its own: what other tests hang on their loggers is not what the site writes to."""
    told = subprocess.run([sys.executable, "-c", HANDLERS], capture_output=True, text=True, check=True, timeout=120)
    handlers = json.loads(told.stdout)
    assert handlers
    assert "AdminEmailHandler" not in {kind for kind, _formatter, _filters in handlers}
    assert {formatter for _kind, formatter, _filters in handlers} == {WithoutValues.__name__}
    assert all(WithoutVisitors.__name__ in filters for _kind, _formatter, filters in handlers)
