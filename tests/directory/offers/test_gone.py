"""What stands where an offer was."""

import pytest
from django.utils.translation import override

from directory.models import OfferPage
from tests.directory.reading import get, titles_of, words_of
from tests.factories import DropInCentreFactory, NeedFactory

pytestmark = pytest.mark.django_db


def test_an_unpublished_offer_leads_to_similar_ones(client, owner, committed):
    need = NeedFactory(slug="ensomhed")
    with committed():
        gone = DropInCentreFactory(title="Lukket nu", parent=owner, needs=[need])
        DropInCentreFactory(title="Et andet sted", parent=owner, needs=[need])
        DropInCentreFactory(title="Noget helt andet", parent=owner)
        gone.save_revision().publish()
    path = "/huset/lukket-nu/"
    assert get(client, path).status_code == 200
    with committed():
        OfferPage.objects.get(pk=gone.pk).specific.unpublish()
    response = get(client, path)
    assert response.status_code == 410
    assert titles_of(response) == ["Et andet sted"]
    assert "Lukket nu" not in words_of(response)


def test_without_an_index_an_unpublished_offer_is_gone_all_the_same(client, owner, committed, tmp_path):
    with committed():
        gone = DropInCentreFactory(title="Lukket nu", parent=owner)
        gone.save_revision().publish()
        OfferPage.objects.get(pk=gone.pk).specific.unpublish()
    (tmp_path / "index").rename(tmp_path / "gone")
    response = get(client, "/huset/lukket-nu/")
    assert response.status_code == 410
    assert titles_of(response) == []


def test_a_draft_that_was_never_published_is_simply_not_there(client, owner):
    draft = DropInCentreFactory(title="Kladde", parent=owner, live=False, first_published_at=None)
    assert draft.first_published_at is None
    assert get(client, "/huset/kladde/").status_code == 404


@pytest.mark.parametrize("editors_language", ["da", "en"])
def test_an_offer_with_a_new_address_is_found_by_the_old_one(client, owner, committed, editors_language):
    offer = DropInCentreFactory(title="Gammelt navn", parent=owner)
    offer.slug = "nyt-navn"
    with committed(), override(editors_language):
        offer.save_revision().publish()
    for old, new in (
        ("/huset/gammelt-navn/", "/huset/nyt-navn/"),
        ("/en/huset/gammelt-navn/", "/en/huset/nyt-navn/"),
        ("/huset/gammelt-navn/?liste=1", "/huset/nyt-navn/"),
    ):
        response = get(client, old)
        assert response.status_code == 301, old
        assert response.headers["Location"] == f"http://vejle.localhost{new}"


@pytest.mark.parametrize("path", ["/huset/", "/x" * 500 + "/", "/%00/", "/huset/%F0%9F%98%80/", "/en/intet/"])
def test_any_other_address_is_not_there_or_is(client, vejle, path):
    assert get(client, path).status_code == 404
