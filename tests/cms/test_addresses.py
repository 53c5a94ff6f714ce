"""Addresses that no page of the tree answers, and what the server is given to send."""

from contextlib import closing
from wsgiref.util import FileWrapper

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["../vejviser.sqlite3", "..%2Fsecret-key", "", "findes-ikke.png"])
def test_nothing_beside_the_uploads_is_given_away(client, path):
    assert client.get(f"/media/{path}").status_code in {400, 404}


def sent(method: str, path: str) -> tuple[dict[str, str], bytes]:
    """The headers and the body that the server gets; the test client would empty an answer by itself."""
    environ = RequestFactory().generic(method, path).environ | {"wsgi.file_wrapper": FileWrapper}
    headers: dict[str, str] = {}
    with closing(WSGIHandler()(environ, lambda _status, told: headers.update(told))) as answer:
        return headers, b"".join(answer)


@pytest.fixture
def rendition(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return "/media/" + FileSystemStorage().save("images/hus.width-80.jpg", ContentFile(b"et billede"))


@pytest.mark.parametrize("path", ["/healthz", "/konto/log-ind/", "/findes-ikke/", "/static/cms/vejviser.css", None])
def test_the_head_of_an_answer_comes_without_its_body(rendition, path):
    """The server writes a warning for every body that it has to drop."""
    headers, body = sent("GET", path or rendition)
    assert body
    told, nothing = sent("HEAD", path or rendition)
    assert nothing == b""
    assert told["Content-Length"] == headers["Content-Length"]
