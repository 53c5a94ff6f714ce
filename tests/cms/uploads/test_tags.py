"""No civil registration number among the tags of a picture or a document, however it is written and wherever tags are given."""

import pytest
from django.core.files.base import ContentFile
from taggit.models import Tag
from wagtail.documents.models import Document
from wagtail.images.models import Image as Picture

from tests.cms.editing import people
from tests.cms.uploads.photographs import LEFT_OPEN, photograph

pytestmark = [pytest.mark.django_db, *LEFT_OPEN]
#: Without a comma each word becomes a tag of its own.
WRITTEN = ["0101701234", "Kort 010170-1234", "Kort 01 01 70 1234", "kort, 01.01.70.1234"]


@pytest.fixture
def operator():
    return people.signed_in(people.operator())


@pytest.fixture
def picture():
    return Picture.objects.create(title="Huset", file=ContentFile(photograph("png"), name="hus.png"))


@pytest.fixture
def document():
    return Document.objects.create(title="Brev", file=ContentFile(b"%PDF-1.7", name="brev.pdf"))


def change(operator, row, tags):
    where = f"/admin/images/{row.pk}/" if isinstance(row, Picture) else f"/admin/documents/edit/{row.pk}/"
    return operator.post(where, {"title": row.title, "tags": tags, "collection": row.collection_id})


def change_several(operator, row, tags):
    where = f"/admin/bulk/{row._meta.app_label}/{row._meta.model_name}/add_tags/?id={row.pk}"
    return operator.post(where, {"tags": tags})


@pytest.mark.parametrize("way", [change, change_several])
@pytest.mark.parametrize("kind", ["picture", "document"])
@pytest.mark.parametrize("tags", WRITTEN)
def test_a_number_is_refused_with_a_sentence(operator, request, kind, way, tags):
    answer = way(operator, request.getfixturevalue(kind), tags)
    assert "ligner et cpr-nummer" in answer.content.decode()
    assert not Tag.objects.exists()


@pytest.mark.parametrize("way", [change, change_several])
@pytest.mark.parametrize("kind", ["picture", "document"])
def test_other_tags_are_taken(operator, request, kind, way):
    assert way(operator, request.getfixturevalue(kind), "2026,have").status_code == 302
    assert set(Tag.objects.values_list("name", flat=True)) == {"2026", "have"}
