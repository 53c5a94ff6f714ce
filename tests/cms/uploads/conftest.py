"""What tests of uploads share: an empty folder for them, and an editor who may upload."""

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import caches
from wagtail.models import Collection, GroupCollectionPermission

from tests import factories
from tests.cms.editing import people


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    # Wagtail remembers the renditions of pictures that the test before has taken back.
    caches["default"].clear()
    return settings.MEDIA_ROOT


@pytest.fixture
def editor(db):
    """A person of one municipality who may upload pictures and documents."""
    user = people.editor("redaktør", factories.portal(), "add_page")
    for codename in ("add_image", "change_image", "add_document", "change_document"):
        GroupCollectionPermission.objects.create(
            group=user.groups.get(),
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(codename=codename),
        )
    return user


@pytest.fixture
def uploader(editor):
    return people.signed_in(editor)
