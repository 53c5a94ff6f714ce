"""What is published is found, what is taken away is not, whatever way it was changed."""

import pytest
from django.db import transaction
from django.utils import translation
from wagtail.models import PageViewRestriction

from directory.indexing.outbox import collected
from directory.indexing.source import entries
from directory.indexing.touches import touched
from directory.indexing.worker import drain
from directory.models import OfferAudience, OfferPage, Outbox
from search import Query, SearchUnavailable
from tests.factories import (
    DropInCentreFactory,
    GroupCourseFactory,
    MunicipalityFactory,
    NationalBranchFactory,
    NeedFactory,
    OrganisationFactory,
    PlaceFactory,
    TargetGroupFactory,
    portal,
)

pytestmark = pytest.mark.django_db


def found(index, text="", **facets):
    """The keys of the offers that a search finds."""
    results = index.search(Query(text=text, facets=facets, exactly=True, size=100))
    return {int(item.partition(":")[2]) for item in results.ids}


@pytest.fixture
def cafe(index, committed):
    with committed():
        return DropInCentreFactory(title="Lanternen", teaser="Varm kaffe hver dag.")


def test_a_published_offer_is_found(index, cafe):
    assert found(index, "lanternen") == {cafe.pk}


def test_a_new_title_is_found_and_the_old_one_is_not(index, cafe, committed):
    with committed():
        cafe.title = "Suppekøkkenet"
        cafe.save_revision().publish()
    assert found(index, "suppekøkkenet") == {cafe.pk}
    assert found(index, "lanternen") == set()


def test_an_unpublished_offer_is_gone(index, cafe, committed):
    with committed():
        cafe.unpublish()
    assert found(index) == set()


def test_a_deleted_offer_is_gone(index, cafe, committed):
    with committed():
        cafe.delete()
    assert found(index) == set()


def test_a_draft_of_a_published_offer_is_not_found(index, cafe, committed):
    with committed():
        cafe.title = "Hemmelig kladde"
        cafe.save_revision()
    assert found(index, "kladde") == set()


def test_deleting_an_organisation_takes_its_offers_along(index, cafe, committed):
    with committed():
        cafe.get_parent().specific.delete()
    assert found(index) == set()


def test_an_offer_that_moves_belongs_to_the_new_municipality(index, cafe, committed):
    with committed():
        elsewhere = OrganisationFactory(parent=MunicipalityFactory(title="Vejle"))
    with committed():
        OfferPage.objects.get(pk=cafe.pk).specific.move(elsewhere, pos="last-child")
    assert found(index, municipality=("vejle",)) == {cafe.pk}


def test_a_renamed_organisation_is_found_by_its_new_name(index, cafe, committed):
    organisation = cafe.get_parent().specific
    with committed():
        organisation.title = "Lyspunktet"
        organisation.save_revision().publish()
    assert found(index, "lyspunktet") == {cafe.pk}


def test_a_renamed_need_is_found_by_its_new_name(index, committed):
    with committed():
        need = NeedFactory(name="Ensomhed")
        offer = DropInCentreFactory(needs=[need])
    with committed():
        need.name = "Samhørighed"
        need.save()
    assert found(index, "samhørighed") == {offer.pk}


def test_a_renamed_parent_need_reaches_the_offers_below_it(index, committed):
    with committed():
        parent = NeedFactory(name="Sind")
        offer = DropInCentreFactory(needs=[NeedFactory(name="Uro", parent=parent)])
    with committed():
        parent.name = "Psyke"
        parent.save()
    assert found(index, "psyke") == {offer.pk}


def test_a_need_is_found_by_its_parent(index, committed):
    with committed():
        parent = NeedFactory(name="Sind", slug="sind")
        offer = DropInCentreFactory(needs=[NeedFactory(name="Uro", slug="uro", parent=parent)])
    assert found(index, need=("sind",)) == {offer.pk}


def test_a_private_branch_hides_its_offers(index, cafe, committed):
    with committed():
        PageViewRestriction.objects.create(page=cafe.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert found(index) == set()
    with committed():
        PageViewRestriction.objects.all().first().delete()
    assert found(index) == {cafe.pk}


def test_a_place_that_becomes_secret_takes_its_town_out_of_the_index(index, committed):
    with committed():
        place = PlaceFactory(city="Skovlysby", lat=55.7, lon=8.9)
        offer = DropInCentreFactory(place=place)
    assert found(index, "skovlysby") == {offer.pk}
    with committed():
        place.visibility = "secret"
        place.save()
    assert found(index, "skovlysby") == set()
    assert next(iter(entries([offer.pk]))).points == ()


def test_an_offer_for_everybody_is_found_by_a_group_that_is_made_later(index, committed):
    with committed():
        offer = DropInCentreFactory(audiences=[OfferAudience(level="open")])
    with committed():
        TargetGroupFactory(name="Unge", slug="unge")
    assert found(index, target_group=("unge",)) == {offer.pk}


def test_an_offer_only_for_others_is_never_found(index, committed):
    with committed():
        young, old = TargetGroupFactory(slug="unge"), TargetGroupFactory(slug="aeldre")
        everybody = DropInCentreFactory(audiences=[OfferAudience(level="open")])
        mostly = DropInCentreFactory(audiences=[OfferAudience(level="mainly", target_group=young)])
        DropInCentreFactory(audiences=[OfferAudience(level="only", target_group=old)])
    assert found(index, target_group=("unge",)) == {everybody.pk, mostly.pk}


def test_only_for_a_group_wins_over_open_to_all(index, committed):
    with committed():
        old = TargetGroupFactory(slug="aeldre")
        TargetGroupFactory(slug="unge")
        DropInCentreFactory(audiences=[OfferAudience(level="open"), OfferAudience(level="only", target_group=old)])
    assert found(index, target_group=("unge",)) == set()


def test_what_is_said_of_a_group_itself_holds_over_what_is_said_below_it(index, committed):
    with committed():
        young = TargetGroupFactory(slug="unge")
        homeless = TargetGroupFactory(slug="unge-hjemloese", parent=young)
        students = TargetGroupFactory(slug="unge-studerende", parent=young)
        of_itself = DropInCentreFactory(
            audiences=[
                OfferAudience(level="mainly", target_group=young),
                OfferAudience(level="only", target_group=homeless),
            ]
        )
        from_below = DropInCentreFactory(
            audiences=[
                OfferAudience(level="only", target_group=homeless),
                OfferAudience(level="mainly", target_group=students),
            ]
        )
    told = {entry.id: entry.audience for entry in entries([of_itself.pk, from_below.pk])}
    assert told[f"offer:{of_itself.pk}"] == {"unge": "mainly", "unge-hjemloese": "only"}
    assert told[f"offer:{from_below.pk}"] == {"unge": "only", "unge-hjemloese": "only", "unge-studerende": "mainly"}


def test_ages_without_limits_are_unknown_and_limits_include_their_ends(index, committed):
    with committed():
        limited = DropInCentreFactory(age_min=18, age_max=25)
        unknown = DropInCentreFactory()
    assert found(index, age=("18",)) == {limited.pk} == found(index, age=("25",))
    assert found(index, age=("26", "unknown")) == {unknown.pk}


def test_national_offers_carry_the_whole_country(index, committed):
    with committed():
        offer = DropInCentreFactory(parent=OrganisationFactory(parent=NationalBranchFactory()))
    assert found(index, municipality=("hele-landet",)) == {offer.pk}


def test_a_kind_s_own_words_are_found(index, committed):
    with committed():
        offer = GroupCourseFactory(facilitator_role="en diætist")
    assert found(index, "diætist") == {offer.pk}


def test_a_bulk_change_is_sent_once_at_its_end(index, committed, monkeypatch):
    sent = []
    change = type(index).change
    monkeypatch.setattr(type(index), "change", lambda self, *items: sent.append(1) or change(self, *items))
    with committed(), collected():
        offers = DropInCentreFactory.create_batch(5)
    assert found(index) == {offer.pk for offer in offers}
    assert len(sent) == 1


def test_a_change_that_is_rolled_back_leaves_nothing_behind(index, committed):
    with committed(), pytest.raises(RuntimeError), transaction.atomic():
        DropInCentreFactory()
        raise RuntimeError
    assert Outbox.objects.count() == 0
    assert found(index) == set()


def test_changes_wait_while_the_engine_is_out_of_reach(index, committed, monkeypatch):
    def refuse(self, items, gone):
        raise SearchUnavailable("down")

    with monkeypatch.context() as patch:
        patch.setattr(type(index), "change", refuse)
        with committed():
            offer = DropInCentreFactory()
        assert Outbox.objects.exists()
    drain(index)
    assert not Outbox.objects.exists()
    assert found(index) == {offer.pk}


def test_a_poison_row_is_parked_and_the_rest_goes_on(index, committed, monkeypatch):
    with committed(), collected():
        offers = DropInCentreFactory.create_batch(7)
        poison = offers[3]
        change = type(index).change

        def choke(self, items, gone):
            items = list(items)
            if any(item.id == f"offer:{poison.pk}" for item in items):
                raise ValueError("cannot be indexed")
            change(self, items, gone)

        monkeypatch.setattr(type(index), "change", choke)
    assert found(index) == {offer.pk for offer in offers} - {poison.pk}
    row = Outbox.objects.get()
    assert (row.key, row.attempts) == (f"offer:{poison.pk}", 1)
    assert "cannot be indexed" in row.error
    assert row.not_before is not None


def test_what_a_change_touches_costs_a_fixed_number_of_queries(django_assert_num_queries):
    portal()
    need = NeedFactory()
    for _ in range(3):
        DropInCentreFactory(needs=[need])
    with django_assert_num_queries(2):
        assert len(touched(need)) == 3


def test_a_kind_is_found_by_its_danish_name_also_when_the_editor_works_in_english(index, committed):
    with committed(), translation.override("en"):
        offer = GroupCourseFactory(title="Ro i kroppen")
    assert found(index, "gruppeforløb") == {offer.pk}
