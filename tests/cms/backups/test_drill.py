"""The drill: a backup is taken while the site is used, everything is destroyed, and all of it is there again."""

import json
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.documents import get_document_model

import search
from cms.backups.archive import ArchiveReader
from cms.backups.databases import database
from directory.models import Heartbeat, Need, OfferPage
from search import Query
from tests.cms.backups.forging import forged
from tests.factories import DropInCentreFactory, NeedFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def known_content_types(transactional_db):
    """A restore forgets them; whoever fills the tables again after these tests needs them before they are there."""
    yield
    ContentType.objects.get_for_models(*apps.get_models())


@pytest.fixture
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def site(media, index):
    """A café that can be found, and a document."""
    cafe = DropInCentreFactory(title="Lanternen", needs=[NeedFactory(name="Ensomhed")])
    get_document_model().objects.create(title="Husorden", file=ContentFile(b"Vi hilser.", name="husorden.txt"))
    return cafe


def command(name, *arguments, **options):
    said = StringIO()
    call_command(name, *arguments, stdout=said, **options)
    return said.getvalue()


def content():
    """Everything that people wrote, as the database has it."""
    return {
        "offers": list(OfferPage.objects.order_by("pk").values()),
        "needs": list(Need.objects.order_by("pk").values()),
        "revisions": list(OfferPage.objects.order_by("pk").values_list("latest_revision__content", flat=True)),
        "documents": list(get_document_model().objects.order_by("pk").values()),
    }


def found(text):
    return search.engine().search(Query(text=text, exactly=True)).total


def test_all_is_as_it_was_when_the_backup_was_taken(site, media, tmp_path):
    file = tmp_path / "backup.zip"
    before = content()
    assert "1 uploads" in command("backup", file)
    site.title = "Fyret"
    site.save_revision().publish()
    DropInCentreFactory(title="Kajen")
    for path in media.rglob("*.*"):
        path.unlink()
    (media / "later.txt").write_text("later")
    assert found("fyret") == 1

    command("restore", file, force=True, prepare=False)

    assert content() == before
    assert [path.read_bytes() for path in media.rglob("*.*")] == [b"Vi hilser."]
    # The index still is of what came after: that is seen, and mended.
    assert found("fyret") == 1
    assert "made again" in command("search_index", "verify")
    assert "agree on 1 offers" in command("search_index", "verify")
    assert (found("fyret"), found("lanternen")) == (0, 1)


def test_what_was_restored_can_be_edited_and_kept_again(site, tmp_path):
    """Numbers of new rows go on where they were; a second backup is as good as the first."""
    command("backup", tmp_path / "first.zip")
    command("restore", tmp_path / "first.zip", force=True, prepare=False)
    DropInCentreFactory(title="Kajen")
    before = content()
    command("backup", tmp_path / "second.zip")
    OfferPage.objects.get(title="Kajen").delete()
    command("restore", tmp_path / "second.zip", force=True, prepare=False)
    assert content() == before


def test_what_is_deleted_or_uploaded_while_the_backup_is_taken_is_in_it(site, media, tmp_path, monkeypatch):
    """The database is copied between two looks at the uploads: whatever it names has its file."""
    document = get_document_model().objects.get()
    dump = type(database()).dump

    def busy(self, path):
        new = ContentFile(b"Ny", name="ny.txt")
        get_document_model().objects.create(title="Ny", file=new)
        dump(self, path)
        document.file.storage.delete(document.file.name)

    monkeypatch.setattr(type(database()), "dump", busy)
    command("backup", tmp_path / "backup.zip")
    monkeypatch.undo()
    command("restore", tmp_path / "backup.zip", force=True, prepare=False)
    for row in get_document_model().objects.all():
        assert row.file.read() in {b"Ny", b"Vi hilser."}
        row.file.close()


def test_nothing_that_is_there_is_replaced_unless_it_is_asked_for(site, tmp_path):
    command("backup", tmp_path / "backup.zip")
    before = content()
    with pytest.raises(CommandError, match="The database is not empty"):
        command("restore", tmp_path / "backup.zip", prepare=False)
    with pytest.raises(CommandError, match="is there already"):
        command("backup", tmp_path / "backup.zip")
    assert content() == before


def test_a_database_that_cannot_be_put_back_leaves_all_as_it_is(site, media, tmp_path):
    """Its checksum is right, its content is none: the last thing that can go wrong."""
    command("backup", tmp_path / "backup.zip")
    forged(tmp_path / "backup.zip", parts={"database": b"no database at all"})
    before, files = content(), sorted(path.read_bytes() for path in media.rglob("*.*"))
    with pytest.raises(CommandError, match="Nothing was restored"):
        command("restore", tmp_path / "backup.zip", force=True, prepare=False)
    assert content() == before
    assert sorted(path.read_bytes() for path in media.rglob("*.*")) == files
    assert [path.name for path in media.parent.iterdir() if path.name.startswith(".restore")] == []


def test_it_is_remembered_when_a_backup_was_taken_and_only_its_owner_reads_it(site, tmp_path):
    assert not Heartbeat.is_alive("backup")
    command("backup", tmp_path / "backup.zip")
    assert Heartbeat.is_alive("backup")
    assert (tmp_path / "backup.zip").stat().st_mode & 0o777 == 0o600
    assert "is whole and fits" in command("restore", tmp_path / "backup.zip", check=True)


def test_the_key_of_another_installation_is_kept_for_its_operator(site, tmp_path, monkeypatch):
    monkeypatch.setattr("cms.backups.restoring.VAR", tmp_path)
    command("backup", tmp_path / "backup.zip")
    forged(tmp_path / "backup.zip", parts={"secret-key": b"another key"})
    assert "set SECRET_KEY to what stands in" in command("restore", tmp_path / "backup.zip", force=True, prepare=False)
    assert (tmp_path / "secret-key").read_text() == "another key"
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_backup_tells_what_made_it(site, tmp_path):
    command("backup", tmp_path / "backup.zip")
    with ArchiveReader.opened(tmp_path / "backup.zip") as archive:
        assert archive.manifest.versions.keys() == {"vejviser", "django", "wagtail", "python"}
        assert "directory.0001_initial" in archive.manifest.migrations
        assert json.loads(archive.manifest.text())["made"] == archive.manifest.made
