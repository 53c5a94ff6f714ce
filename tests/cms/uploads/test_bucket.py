"""Uploads in a bucket on a real server that speaks S3: the same rules, the same addresses, and nobody beside the site reads it."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from io import BytesIO
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from PIL import Image
from wagtail.documents.models import Document
from wagtail.images.models import Image as Picture
from wagtail.images.models import Rendition
from wagtail.models import Collection, CollectionViewRestriction

from cms.backups.uploads import opened, replaced, upload_names
from cms.settings.uploads import upload_storages
from cms.uploads.serving import POLICY
from tests.cms.uploads.photographs import LEFT_OPEN, SECRET, photograph
from tests.services import s3
from tests.services.availability import ServiceMissing, unavailable

#: Botocore leaves connections to be closed with their clients.
pytestmark = [
    pytest.mark.django_db,
    *LEFT_OPEN,
    pytest.mark.filterwarnings("ignore:unclosed <socket.socket:ResourceWarning"),
]
ROOT = Path(__file__).resolve().parents[3]
ALL = ("UPLOADS_BUCKET", "UPLOADS_ENDPOINT", "UPLOADS_ACCESS_KEY", "UPLOADS_SECRET_KEY")
COMPLETE = dict(zip(ALL, ("opslag", "https://s3.example.dk", "navn", "hemmelig"), strict=True))


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    try:
        with s3.server(tmp_path_factory.mktemp("s3")) as running:
            yield running
    except ServiceMissing as missing:
        unavailable(str(missing))


@pytest.fixture
def use(settings, monkeypatch):
    """Let the site keep its uploads as an operator's settings say."""

    def using(told: dict[str, str]) -> None:
        for name, value in told.items():
            monkeypatch.setenv(name, value)
        settings.STORAGES = settings.STORAGES | upload_storages()
        # Django asks for the storage of this field once, when the model is made.
        monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])

    return using


@pytest.fixture
def bucket(server, use):
    use(server.environment())
    return server


def kept(bucket: s3.S3) -> dict[str, bytes]:
    """What lies in the bucket, seen by somebody who has the key."""
    client = s3.client(bucket)
    try:
        names = [row["Key"] for row in client.list_objects_v2(Bucket=bucket.bucket).get("Contents", ())]
        return {name: client.get_object(Bucket=bucket.bucket, Key=name)["Body"].read() for name in names}
    finally:
        client.close()


def test_an_original_in_the_bucket_is_clean_and_its_rendition_is_served_by_the_site_as_any_other(bucket, client):
    picture = Picture.objects.create(title="Huset", file=ContentFile(photograph("jpg"), name="hus.jpg"))
    url = picture.get_rendition("width-80").url
    lying = kept(bucket)
    assert {picture.file.name, url.removeprefix("/media/")} <= lying.keys()
    assert not any(SECRET.encode() in content for content in lying.values())

    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"], answer["Content-Security-Policy"]) == (
        200,
        "image/jpeg",
        POLICY,
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Image.open(BytesIO(b"".join(answer.streaming_content))).width == 80
    assert client.get(url, HTTP_IF_MODIFIED_SINCE=answer["Last-Modified"]).status_code == 304
    assert client.get(picture.file.url).status_code == 404


def test_nobody_without_the_key_reads_the_bucket(bucket):
    name = storages["default"].save("documents/intern.pdf", ContentFile(b"%PDF-1.7 hemmelig"))
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{bucket.url}/{bucket.bucket}/{name}", timeout=30)
    with refused.value:
        assert refused.value.code in {403, 404}
        assert b"hemmelig" not in refused.value.read()


def test_a_document_in_the_bucket_goes_through_the_view_that_knows_who_may_read_it(bucket, client, uploader):
    closed = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    file = ContentFile(b"%PDF-1.7 hemmelig", name="intern æøå.pdf")
    one = Document.objects.create(title="Intern", file=file, collection=closed)
    assert client.get(one.file.url).status_code == 404
    assert client.get(one.url).status_code == 302
    answer = uploader.get(one.url)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == POLICY
    assert b"hemmelig" in b"".join(answer.streaming_content)


def test_what_is_gone_is_not_found(bucket, client):
    one = Document.objects.create(title="Brev", file=ContentFile(b"%PDF-1.7", name="brev.pdf"))
    picture = Picture.objects.create(title="Huset", file=ContentFile(photograph("png"), name="hus.png"))
    rendition = picture.get_rendition("width-80")
    for name in (one.file.name, rendition.file.name):
        s3.client(bucket).delete_object(Bucket=bucket.bucket, Key=name)
    assert client.get(one.url).status_code == 404
    assert client.get(rendition.url).status_code == 404
    assert client.get("/media/images/aldrig.jpg").status_code == 404


def test_a_name_that_is_taken_is_not_written_over(bucket):
    first = storages["default"].save("documents/plan.pdf", ContentFile(b"en"))
    second = storages["default"].save("documents/plan.pdf", ContentFile(b"to"))
    lying = kept(bucket)
    assert (lying[first], lying[second]) == (b"en", b"to")


def test_pictures_that_stand_in_the_bucket_are_cleaned_by_the_command(bucket, capsys):
    picture = Picture.objects.create(title="Huset", file=ContentFile(photograph("jpg"), name="hus.jpg"))
    before = picture.file.name
    s3.client(bucket).put_object(Bucket=bucket.bucket, Key=before, Body=photograph("jpg"))
    call_command("clean_pictures")
    lying = kept(bucket)
    assert before not in lying
    assert SECRET.encode() not in lying[Picture.objects.get(pk=picture.pk).file.name]


def problems() -> list[str]:
    found = run_checks(databases=["default"])
    return [one.id for one in found if one.id in {"vejviser.W006", "vejviser.W007"}]


def test_the_check_is_content_with_a_private_bucket_that_answers(bucket):
    assert problems() == []


def test_the_check_says_that_everybody_may_read_the_bucket(bucket):
    bucket.folder.chmod(0o755)
    try:
        assert problems() == ["vejviser.W007"]
    finally:
        bucket.folder.chmod(0o700)


@pytest.mark.parametrize(
    "wrong",
    [{"UPLOADS_SECRET_KEY": "forkert"}, {"UPLOADS_BUCKET": "en-anden"}, {"UPLOADS_ENDPOINT": "http://127.0.0.1:9"}],
)
def test_a_bucket_that_does_not_open_is_told_by_the_check_and_fails_as_a_disk_does(server, use, wrong):
    use(server.environment() | wrong)
    assert problems() == ["vejviser.W006"]
    with pytest.raises(OSError, match="bucket"):
        storages["default"].save("documents/brev.pdf", ContentFile(b"%PDF-1.7"))
    with pytest.raises(OSError, match=r"bucket|exist"):
        storages["default"].open("documents/brev.pdf")


def test_without_a_bucket_there_is_nothing_to_check():
    assert problems() == []


def started(tmp_path, **told):
    """What a command of an installation with these settings ends with and says."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": "cms.settings.trial", "VEJVISER_VAR": str(tmp_path)} | told,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", ALL)
def test_half_a_bucket_starts_nothing(tmp_path, missing):
    told = started(tmp_path, **{name: value for name, value in COMPLETE.items() if name != missing})
    assert told.returncode != 0
    assert f"{missing} is missing" in told.stderr
    assert COMPLETE["UPLOADS_SECRET_KEY"] not in told.stderr.replace(missing, "")


@pytest.mark.parametrize(
    "endpoint", ["http://s3.example.dk", "s3.example.dk", "https://", "https://s3.example.dk/opslag"]
)
def test_a_bucket_is_reached_with_encryption_or_on_this_machine(monkeypatch, endpoint):
    for name, value in (COMPLETE | {"UPLOADS_ENDPOINT": endpoint}).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match="UPLOADS_ENDPOINT"):
        upload_storages()


def test_a_region_alone_is_half_a_bucket_too(tmp_path):
    assert "UPLOADS_BUCKET" in started(tmp_path, UPLOADS_REGION="eu-north-1").stderr


def test_a_whole_bucket_is_taken(tmp_path):
    assert started(tmp_path, **COMPLETE).returncode == 0


def test_a_backup_reads_the_bucket_and_puts_back_what_is_missing_there(bucket, tmp_path):
    name = storages["renditions"].save("documents/arkiv/brev.pdf", ContentFile(b"%PDF-1.7 brev"))
    other = storages["renditions"].save("documents/nyere.pdf", ContentFile(b"%PDF-1.7 nyere"))
    assert {name, other} <= set(upload_names())
    with opened(name) as file:
        assert file.read() == b"%PDF-1.7 brev"
    (tmp_path / "new/documents/arkiv").mkdir(parents=True)
    (tmp_path / "new" / name).write_bytes(b"%PDF-1.7 brev")
    storages["renditions"].delete(name)
    assert name not in set(upload_names())
    with replaced(tmp_path / "new", tmp_path / "aside"):
        lying = kept(bucket)
    assert (lying[name], lying[other]) == (b"%PDF-1.7 brev", b"%PDF-1.7 nyere")
