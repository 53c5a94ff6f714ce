"""Terms that are merged while sets name them: what goes live names the one that stays, and can be taken back."""

import pytest
from django.utils import timezone

from directory.changesets import work
from directory.changesets.models import SetStage
from directory.models import Need, OfferAudience, OfferPage
from directory.taxonomy.merging import merge_terms
from tests import factories
from tests.directory.changesets import night

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms():
    return factories.NeedFactory(name="Natur", slug="natur"), factories.NeedFactory(name="Ude", slug="ude")


@pytest.fixture
def approved(terms):
    """A set in which an offer comes to have the need that goes, and a need comes to stand below it."""
    vejle = factories.MunicipalityFactory(title="Vejle", slug="vejle")
    (offer,) = night.offers_of(vejle, 1)
    below = factories.NeedFactory(name="Skov", slug="skov")
    night.drafted(offer, needs=[terms[0]])
    change_set = night.set_of(vejle.get_parent(), offer)
    night.row_in(change_set, below, parent=terms[0])
    night.approve(change_set, night.approver(), timezone.now())
    return change_set


def seen():
    """What everybody sees: the needs of the offer, and what the need stands below."""
    offer, below = OfferPage.objects.get().specific, Need.objects.get(slug="skov")
    return [need.slug for need in offer.needs.all()], below.parent and below.parent.slug


def after_a_round(change_set):
    work.do_sets()
    change_set.refresh_from_db()
    return change_set.stage, change_set.told


def test_a_set_that_was_approved_before_a_merge_goes_live_with_the_term_that_stays(terms, approved):
    merge_terms(*terms, None)
    assert after_a_round(approved) == (SetStage.LIVE, "")
    assert seen() == (["ude"], "ude")


def test_a_set_that_went_live_before_a_merge_can_be_taken_back(terms, approved):
    before = seen()
    assert after_a_round(approved) == (SetStage.LIVE, "")
    merge_terms(*terms, None)
    assert seen() == (["ude"], "ude")
    assert work.ask_for_taking_back(approved)
    assert after_a_round(approved)[0] == SetStage.OPEN
    assert seen() == before == ([], None)


def test_a_target_group_that_is_merged_in_an_open_set_is_the_other_in_what_is_looked_at():
    goes, stays = factories.TargetGroupFactory(slug="unge"), factories.TargetGroupFactory(slug="de-unge")
    vejle = factories.MunicipalityFactory(title="Vejle", slug="vejle")
    (offer,) = night.offers_of(vejle, 1)
    night.drafted(offer, audiences=[OfferAudience(target_group=goes, level="mainly")])
    change_set = night.set_of(vejle, offer)
    merge_terms(goes, stays, None)
    night.approve(change_set, night.approver(), timezone.now())
    assert after_a_round(change_set) == (SetStage.LIVE, "")
    assert [row.target_group.slug for row in OfferPage.objects.get().audiences.all()] == ["de-unge"]


def test_a_need_that_moves_below_another_in_a_set_does_not_stand_below_itself_after_a_merge(terms):
    goes, stays = terms
    change_set = night.set_of(factories.MunicipalityFactory().get_parent(), title="Behov")
    night.row_in(change_set, stays, parent=goes)
    merge_terms(goes, Need.objects.get(pk=stays.pk), None)
    assert change_set.changes.get().content["parent"] is None
