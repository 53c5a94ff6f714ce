"""Every type of page as a program gets it, without a browser: its status, its headers, its HTML."""

import http.client

import pytest

from cms.middleware import POLICY
from tests.pages.probes import markup


@pytest.fixture
def answer(page_type, port):
    """The answer to a visitor who has nothing yet: status, headers, text."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", page_type.path, headers={"Host": f"{page_type.host}:{port}"})
    got = connection.getresponse()
    text = got.read().decode()
    connection.close()
    return got.status, got.headers, text


def test_its_html_is_valid(page_type, answer):
    status, _headers, html = answer
    assert status == page_type.status
    assert not markup.faults(html)


def test_its_policy_lets_nothing_in_from_elsewhere_and_nothing_inline(answer):
    _status, headers, _html = answer
    assert headers.get_all("Content-Security-Policy") == [POLICY]
    assert "default-src 'none'" in POLICY
    for source in ("unsafe", "http", "*", "blob:"):
        assert source not in POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_it_asks_to_keep_nothing_on_the_device(answer):
    _status, headers, _html = answer
    assert "Set-Cookie" not in headers


def test_what_is_sensitive_leaves_no_trace_and_the_rest_tells_other_sites_nothing(page_type, answer):
    _status, headers, _html = answer
    if page_type.sensitive:
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Robots-Tag"] == "noindex"
    else:
        assert "no-store" not in headers.get("Cache-Control", "")
        assert headers["Referrer-Policy"] == "same-origin"
