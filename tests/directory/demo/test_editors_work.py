"""What the demonstration shows of editors' work: a draft with its link, a merged need, notes and labels; made once."""

import pytest

from directory.demo.draft import draft_with_link
from directory.demo.login import USERNAME
from directory.demo.noted import write_down
from directory.demo.terms import merge_two
from directory.models import FormerAddress, Need
from directory.models.kinds.association import AssociationPage
from directory.noting.models import Label, Note, SavedView, Watch
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def eksempel():
    return factories.MunicipalityFactory(title="Eksempel", slug="eksempel", made_up=True)


def test_a_draft_is_shown_by_its_link_and_made_once(eksempel, client):
    factories.OrganisationFactory(title="Foreningen Fælles Bord", parent=eksempel)
    path = draft_with_link()
    assert "Søndagsmiddag" in client.get(path).content.decode()
    assert not AssociationPage.objects.get().live
    assert draft_with_link() == ""


def test_a_merged_need_leads_on_and_the_words_of_the_search_stay_as_they_are(eksempel):
    stays = factories.NeedFactory(name="Samvær", slug="samvaer", everyday="kaffe og snak")
    assert [merge_two(), merge_two()] == [True, False]
    assert FormerAddress.now(Need, ["kaffe-og-snak"]) == {"kaffe-og-snak": "samvaer"}
    stays.refresh_from_db()
    assert stays.everyday == "kaffe og snak"


def test_the_editor_has_noted_something_once(eksempel):
    house = factories.OrganisationFactory(parent=eksempel)
    factories.OfferFactory(parent=house, external_id="eksempel--faelles-bord")
    assert not write_down()
    user = people.operator()
    user.username = USERNAME
    user.save()
    assert [write_down(), write_down()] == [True, False]
    view = SavedView.objects.get()
    for row in (view, Note.objects.get(), Watch.objects.get(), *Label.objects.all()):
        row.full_clean()
    found = people.signed_in(user).get(f"/admin/offers/?{view.query}")
    assert len(found.context["object_list"]) == 1
