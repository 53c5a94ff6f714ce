"""The example for nginx keeps the rules for uploads that the site keeps."""

import http.client
from urllib.parse import quote, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test.testcases import _MediaFilesHandler

from cms.uploads.serving import POLICY
from tests.cms.uploads.photographs import photograph
from tests.cms.uploads.test_serving import ODD
from tests.services import nginx
from tests.services.availability import ServiceMissing, unavailable
from tests.services.process import hand_over, scratch

#: Transactions of a test cannot be seen by the server's own thread.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PICTURE = photograph("jpg")
FILES = {
    "images/hus.width-80.jpg": PICTURE,
    "images/angreb.svg": b"<svg/>",
    "images/angreb.html": b"<script>",
    "original_images/hus.jpg": PICTURE,
    "documents/intern.pdf": b"%PDF-1.7 hemmelig",
    "documents/angreb.html": b"<script>",
    "wagtail_uploads/hus.jpg": PICTURE,
    "avatar_images/mig.jpg": PICTURE,
}


@pytest.fixture
def proxy(live_server):
    try:
        with scratch("uploads") as folder:
            for name, content in FILES.items():
                file = folder / "media" / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            hand_over(folder)
            with nginx.in_front_of(urlsplit(live_server.url).port, folder) as (port, log):
                yield port
                assert log.read_text() == ""
    except ServiceMissing as missing:
        unavailable(str(missing))


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=nginx.unverified())
    try:
        connection.request(method, path, headers={"Host": "localhost"} | headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_uploads_behind_the_example_can_do_nothing(proxy):
    status, headers, body = ask(proxy, "/media/images/hus.width-80.jpg")
    assert (status, body) == (200, PICTURE)
    assert headers["content-type"] == "image/jpeg"
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert ask(proxy, "/media/images/hus.width-80.jpg", Range="bytes=0-9")[::2] == (206, PICTURE[:10])
    assert ask(proxy, "/media/images/hus.width-80.jpg", "HEAD")[::2] == (200, b"")
    assert ask(proxy, "/media/images/hus.width-80.jpg", "POST")[0] in {403, 405}
    for name in FILES.keys() - {"images/hus.width-80.jpg"}:
        assert ask(proxy, f"/media/{name}")[0] == 404, name
    # What looks for a way around the rule: nginx reads `..` and encoded letters before it looks for a rule.
    for way in ("images/../documents/intern.pdf", "images/%2e%2e/documents/intern.pdf", "/documents/intern.pdf"):
        assert ask(proxy, f"/media/{way}")[0] == 404, way


def test_no_name_is_an_error_behind_the_example(proxy):
    for path in ODD:
        asked = quote(f"/media/{path}", safe="/%~:")
        for method in ("GET", "HEAD"):
            assert ask(proxy, asked, method)[0] in {400, 404, 414}, path


def test_a_rendition_that_is_not_in_the_folder_is_fetched_by_the_site(proxy, monkeypatch):
    """Where uploads lie in a bucket: here the site has a folder of its own, which the proxy does not know."""
    # The tests' own server would give the file away before the site is asked.
    monkeypatch.setattr(_MediaFilesHandler, "_should_handle", lambda *_path: False)
    storages["renditions"].save("images/skov.width-80.png", ContentFile(photograph("png")))
    status, headers, body = ask(proxy, "/media/images/skov.width-80.png")
    assert (status, headers["content-type"], headers["content-security-policy"]) == (200, "image/png", POLICY)
    assert body == photograph("png")
    assert ask(proxy, "/media/images/skov.width-80.png", "POST")[0] in {403, 405}


def test_everything_else_is_answered_by_the_site(proxy):
    assert ask(proxy, "/healthz")[0] == 200
    assert ask(proxy, "/dokumenter/1/intern.pdf")[0] == 404
    assert b"<form" in ask(proxy, "/konto/log-ind/")[2]
