"""What does not fit is refused before anything is touched: other databases, later versions, damage, and malice."""

import stat
import warnings
import zipfile

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from tests.cms.backups.forging import forged, plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def backup(tmp_path, settings):
    """A backup with one upload, for a site without any."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return plain(tmp_path / "backup.zip", connection.vendor, {"media/husorden.txt": b"Vi hilser."})


def refused(path, why):
    with pytest.raises(CommandError, match=why):
        call_command("restore", path, check=True)
    with pytest.raises(CommandError, match=why):
        call_command("restore", path, force=True, prepare=False)


def test_another_kind_of_database(backup):
    other = "sqlite" if connection.vendor == "postgresql" else "postgresql"
    refused(forged(backup, told=lambda manifest: manifest.update(database=other)), f"is one of {other}")


def test_a_later_server(backup):
    refused(forged(backup, told=lambda manifest: manifest.update(server=99)), "comes from PostgreSQL 99")


def test_a_later_version(backup):
    def later(manifest):
        manifest["migrations"].append("directory.9999_later")

    refused(forged(backup, told=later), "later version, with migrations unknown here: directory.9999_later")


def test_a_later_format(backup):
    refused(forged(backup, told=lambda manifest: manifest.update(format=2)), "the format 2, and this version reads 1")


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_a_bit_that_has_turned(backup, place):
    text = bytearray(backup.read_bytes())
    text[int(len(text) * place)] ^= 4
    backup.write_bytes(text)
    refused(backup, "damaged|checksum|manifest")


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"no backup at all" * 100])
def test_what_is_no_backup(tmp_path, content):
    (tmp_path / "backup.zip").write_bytes(content)
    refused(tmp_path / "backup.zip", "is no backup, or is damaged")


def test_half_of_a_backup(backup):
    backup.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    refused(backup, "is no backup, or is damaged")


def test_a_file_that_is_not_there(tmp_path):
    refused(tmp_path / "none.zip", "Nothing was restored|No such file")


def test_another_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "Hello")
    refused(tmp_path / "other.zip", "was not made by")


@pytest.mark.parametrize(
    "name",
    [
        *("../outside.txt", "media/../../outside.txt", "/etc/outside.txt", "media//x", "media/./x", "media/", "media"),
        *("media\\..\\x", "media/x\nx", "other/x.txt", "C:x", "media/a/../../../x"),
    ],
)
def test_a_part_that_leads_out_of_its_place(backup, name, tmp_path):
    refused(forged(backup, parts={name: b"x"}), "leads out of its place or has none")
    assert not (tmp_path / "outside.txt").exists()


def test_a_link(backup):
    link = zipfile.ZipInfo("media/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    def named(manifest):
        manifest["parts"]["media/link"] = {"size": 11, "sha256": "x"}

    refused(forged(backup, told=named, unnamed={link: b"/etc/passwd"}), "media/link in the backup is no plain file")


def test_a_part_that_nobody_named(backup):
    refused(forged(backup, unnamed={"media/more.txt": b"x"}), "holds other parts than its manifest names")


def test_a_part_that_is_missing(backup):
    refused(forged(backup, told=lambda manifest: manifest["parts"].pop("media/husorden.txt")), "other parts")


def test_two_parts_with_one_name(backup):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile's own: what an attacker does is not warned of
        with zipfile.ZipFile(backup, "a") as archive:
            archive.writestr("media/husorden.txt", "another")
    refused(backup, "two parts with one name")


def test_a_bomb_among_the_uploads(backup):
    """A thousand times as large as it is packed: uploads are never packed, so it is no backup of ours."""
    bomb = forged(backup, parts={"media/bomb.txt": b"0" * 10_000_000}, kind=zipfile.ZIP_DEFLATED)
    refused(bomb, "packed as no backup is")


def test_a_bomb_that_is_larger_than_it_says(backup, tmp_path):
    def smaller(manifest):
        manifest["parts"]["database"]["size"] = 1000

    refused(forged(backup, told=smaller), "its checksum or its size is wrong")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "media"]


def test_a_backup_for_which_there_is_no_room(backup):
    def huge(manifest):
        manifest["parts"]["database"]["size"] = 10**18

    with pytest.raises(CommandError, match="there is room for"):
        call_command("restore", forged(backup, told=huge), force=True, prepare=False)


@pytest.mark.parametrize(
    "told",
    [
        "[]",
        "null",
        '{"format": 1}',
        '{"format": 1, "parts": []}',
        '{"format": 1, "parts": {"database": 3}}',
        "[" * 9999,
    ],
)
def test_a_manifest_that_says_nothing_or_nonsense(tmp_path, told):
    with zipfile.ZipFile(tmp_path / "backup.zip", "w") as archive:
        archive.writestr("manifest.json", told)
    refused(tmp_path / "backup.zip", "The backup's manifest cannot be read")
