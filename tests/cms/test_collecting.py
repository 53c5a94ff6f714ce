"""Static files follow the version that runs, forward and back, whatever the times of the files say."""

import os

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from cms import collecting

OLD, NEW = 1_700_000_000, 1_760_000_000


@pytest.fixture
def release(tmp_path, settings):
    """Puts the files of a version in place, as old as they are in its release."""
    source = tmp_path / "source"
    source.mkdir()
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    settings.WHITENOISE_USE_FINDERS = False

    def put(made, **files):
        for path in source.iterdir():
            path.unlink()
        for name, text in files.items():
            path = source / f"{name}.css"
            path.write_text(text)
            os.utime(path, (made, made))
        collecting._served_as.cache_clear()

    yield put
    collecting._served_as.cache_clear()


def upgrade():
    """What `prepare` does, and then a process starts."""
    if not collecting.is_collected():
        collecting.collect()
    started()


def started():
    staticfiles_storage.hashed_files, staticfiles_storage.manifest_hash = staticfiles_storage.load_manifest()
    collecting._served_as.cache_clear()


def served(name):
    """What a visitor's browser gets."""
    with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
        return file.read().decode()


def test_a_roll_back_serves_the_old_files_again(release):
    release(OLD, site="a { color: red }", search="b {}")
    upgrade()
    release(NEW, site="a { color: blue }")
    upgrade()
    assert served("site.css") == "a { color: blue }"
    release(OLD, site="a { color: red }", search="b {}")
    assert not collecting.is_collected()
    upgrade()
    assert served("site.css") == "a { color: red }"
    assert served("search.css") == "b {}"
    assert collecting.missing_files() == []


def test_what_is_collected_is_left_alone_whatever_its_time(release):
    release(OLD, site="a {}")
    upgrade()
    release(NEW, site="a {}")
    assert collecting.is_collected()


def test_a_collection_that_was_stopped_is_made_again(release, monkeypatch):
    release(OLD, site="a {}")
    upgrade()
    release(NEW, site="b {}")
    monkeypatch.setattr(collecting, "call_command", lambda *_args, **_options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        collecting.collect()
    release(OLD, site="a {}")
    assert not collecting.is_collected()


def test_a_process_that_lacks_files_says_which(release):
    """As after a roll-back for which nobody ran `prepare`: every page with the file would be an error."""
    release(NEW, site="a {}")
    upgrade()
    release(OLD, site="a {}", search="b {}")
    started()
    assert collecting.missing_files() == ["search.css"]


def test_a_folder_that_was_emptied_is_told(release, tmp_path):
    release(NEW, site="a {}")
    upgrade()
    for path in (tmp_path / "static").iterdir():
        path.unlink()
    assert collecting.missing_files() == [staticfiles_storage.stored_name("site.css")]


def test_where_nothing_is_collected_nothing_is_missing():
    assert collecting.missing_files() == []
