"""A body is taken whole or not at all, and from visitors no larger one than a form of theirs."""

import io

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from cms.request_bodies import WholeBodies
from cms.serving.limits import MAX_VISITOR_BODY_BYTES
from directory.models import Feedback
from tests.factories import portal

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
FORM = "/tilbagemelding/"


def sent(body: bytes, length: int, kind: str) -> str:
    """The status that a WSGI server gets for a body of which so much came."""
    environ = RequestFactory().post(FORM, HTTP_SEC_FETCH_SITE="same-origin").environ
    environ |= {"CONTENT_TYPE": kind, "CONTENT_LENGTH": str(length), "wsgi.input": io.BytesIO(body)}
    told = []
    list(WholeBodies(WSGIHandler())(environ, lambda status, _headers: told.append(status)))
    return told[0]


PARTS = b'--q\r\nContent-Disposition: form-data; name="text"\r\n\r\na'


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"text=a", "application/x-www-form-urlencoded"), (PARTS, "multipart/form-data; boundary=q")],
)
def test_a_form_whose_connection_broke_is_not_taken(body, kind):
    portal()
    assert sent(body, len(body) + 500, kind).startswith("400")
    assert not Feedback.objects.exists()


def test_a_form_that_came_whole_is_taken():
    portal()
    assert sent(b"text=a", 6, "application/x-www-form-urlencoded").startswith("302")
    assert [row.text for row in Feedback.objects.all()] == ["a"]


def test_a_visitor_sends_no_large_body_and_an_editor_does(client, admin_client):
    large = {"text": "a" * MAX_VISITOR_BODY_BYTES}
    assert client.post(FORM, large).status_code == 413
    assert client.post("/konto/log-ind/", large).status_code == 413
    assert admin_client.post("/admin/images/add/", {"title": "a" * MAX_VISITOR_BODY_BYTES}).status_code == 200


@pytest.mark.parametrize("length", ["", "-1", "abc", "²", "1" * 30])
def test_no_announced_length_is_an_error(client, length):
    assert client.get("/healthz", CONTENT_LENGTH=length).status_code in {200, 413}
