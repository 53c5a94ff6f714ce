"""What was uploaded can do nothing on this site, and is seen by those whom it is for."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from wagtail.documents.models import Document
from wagtail.images.models import Image as Picture
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.users.models import UserProfile

from tests.cms.uploads.photographs import LEFT_OPEN, photograph, uploaded

pytestmark = [pytest.mark.django_db, *LEFT_OPEN]

SCRIPT = b"fetch('/admin/users/add/')"
PAGE = b"<!doctype html><script src=/media/documents/angreb.js></script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><script>1</script></svg>'
POLICY = "default-src 'none'; sandbox"


@pytest.fixture
def picture():
    return Picture.objects.create(title="Huset", file=ContentFile(photograph("jpg"), name="hus.jpg"))


def document(name: str, content: bytes = b"%PDF-1.7", collection=None) -> Document:
    collection = collection or Collection.get_first_root_node()
    return Document.objects.create(title=name, file=ContentFile(content, name=name), collection=collection)


def body(answer) -> bytes:
    """What was sent. The file behind it is closed then."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    ("name", "content"),
    [("angreb.js", SCRIPT), ("angreb.html", PAGE), ("angreb.xhtml", PAGE), ("angreb.svg", DRAWING), ("angreb", PAGE)],
)
def test_what_can_act_is_not_taken_as_a_document(uploader, name, content):
    uploader.post("/admin/documents/add/", {"title": name, "file": uploaded(name, content), "collection": 1})
    uploader.post("/admin/documents/multiple/add/", {"title": name, "files[]": uploaded(name, content)})
    assert not Document.objects.exists()


def test_a_drawing_is_not_taken_as_a_picture(uploader):
    answer = uploader.post("/admin/images/multiple/add/", {"title": "x", "files[]": uploaded("angreb.svg", DRAWING)})
    assert not answer.json()["success"]
    assert "PNG" in answer.json()["error_message"]
    assert not Picture.objects.exists()


@pytest.mark.parametrize(("name", "content"), [("angreb.js", SCRIPT), ("angreb.html", PAGE), ("brev.pdf", b"%PDF-1.7")])
def test_a_document_that_stands_has_no_address_among_the_pictures(client, name, content):
    assert client.get(document(name, content).file.url).status_code == 404


@pytest.mark.parametrize(
    "where", ["original_images/angreb.svg", "images/angreb.svg", "images/angreb.html", "angreb.svg"]
)
def test_a_drawing_that_stands_is_shown_to_nobody(client, where):
    FileSystemStorage().save(where, ContentFile(DRAWING))
    assert client.get(f"/media/{where}").status_code == 404


def test_an_original_is_shown_to_nobody(client, picture):
    assert client.get(picture.file.url).status_code == 404


@pytest.mark.parametrize("ending", ["jpg", "png", "gif"])
def test_a_rendition_is_a_picture_and_nothing_else(client, ending):
    picture = Picture.objects.create(title="Hus", file=ContentFile(photograph(ending), name=f"hus.{ending}"))
    answer = client.get(picture.get_rendition("width-80").url)
    assert answer.status_code == 200
    # What Wagtail draws of a GIF is a PNG.
    assert answer["Content-Type"] == ("image/jpeg" if ending == "jpg" else "image/png")
    assert answer["Content-Security-Policy"] == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert body(answer)


def test_what_has_not_changed_is_not_sent_again(client, picture):
    url = picture.get_rendition("width-80").url
    answer = client.get(url)
    assert body(answer)
    modified = answer["Last-Modified"]
    assert client.get(url, HTTP_IF_MODIFIED_SINCE=modified).status_code == 304
    assert body(client.get(url, HTTP_IF_MODIFIED_SINCE="i går"))


@pytest.mark.parametrize("part", ["bytes=0-9", "bytes=9999999-", "bytes=-1,0-0,5-", "bytes=a-b", "elefanter=0-1"])
def test_a_part_may_be_asked_for(client, picture, part):
    answer = client.get(picture.get_rendition("width-80").url, HTTP_RANGE=part)
    assert answer.status_code in {200, 206, 416}
    assert body(answer)


ODD = [
    "images/" + "a" * 300 + ".jpg",
    "images/" + "a" * 5000 + ".jpg",
    "images/%00.jpg",
    "images/a%00.jpg",
    "images/%FF%FE.jpg",
    "images/%0A.jpg",
    "images/a.jpg/",
    "images/",
    "images",
    "",
    "images/../documents/brev.pdf",
    "images/..%2Fdocuments%2Fbrev.pdf",
    "..%2F..%2Fetc%2Fpasswd",
    "%2Fetc%2Fpasswd",
    "images/%E2%80%AEgpj.jpg",
    "images/bjørn.jpg",
    "images\\a.jpg",
    "C:/a.jpg",
    "~/a.jpg",
    "original_images/" + "a" * 300,
    "avatar_images/" + "a" * 300 + ".jpg",
]


@pytest.mark.parametrize("path", ODD)
@pytest.mark.parametrize("method", ["get", "head"])
def test_no_name_is_an_error(client, path, method, caplog):
    document("brev.pdf")
    assert getattr(client, method)(f"/media/{path}").status_code in {400, 404}
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_is_written_through_the_address_of_a_picture(client, picture, method):
    assert getattr(client, method)(picture.get_rendition("width-80").url).status_code == 405


def test_a_portrait_of_an_editor_is_for_editors(client, uploader, editor):
    profile = UserProfile.get_for_user(editor)
    profile.avatar.save("mig.jpg", ContentFile(photograph("jpg")))
    assert client.get(profile.avatar.url).status_code == 404
    answer = uploader.get(profile.avatar.url)
    assert answer.status_code == 200
    assert answer["Content-Security-Policy"] == POLICY
    assert body(answer)


class TestDocuments:
    @pytest.mark.parametrize("name", ["brev.pdf", "tal.xlsx", "gammel.html", "gammel.svg", "brev.txt"])
    def test_a_document_is_saved_and_not_shown(self, client, name):
        answer = client.get(document(name, PAGE).url)
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Security-Policy"] == POLICY
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert body(answer)

    def test_a_document_of_a_closed_collection_is_for_those_who_logged_in(self, client, uploader):
        closed = Collection.get_first_root_node().add_child(name="Intern")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        one = document("intern.pdf", b"%PDF-1.7 hemmelig", closed)
        assert client.get(one.file.url).status_code == 404
        answer = client.get(one.url)
        assert answer.status_code == 302
        assert "login" in answer.url
        assert uploader.get(one.file.url).status_code == 404
        assert b"hemmelig" in body(uploader.get(one.url))

    def test_the_page_that_asks_for_a_password_looks_like_one(self, client):
        closed = Collection.get_first_root_node().add_child(name="Intern")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="password", password="sesam")
        answer = client.get(document("intern.pdf", collection=closed).url)
        assert b"password" in answer.content
        assert "sandbox" not in answer["Content-Security-Policy"]

    @pytest.mark.parametrize("path", ["9" * 30 + "/a.pdf", "1/" + "a" * 3000, "1/%00", "1/%FF", "1/../../x"])
    def test_no_name_is_an_error(self, client, path):
        document("brev.pdf")
        assert client.get(f"/dokumenter/{path}").status_code in {400, 404}
        assert client.head(f"/dokumenter/{path}").status_code in {400, 404}
