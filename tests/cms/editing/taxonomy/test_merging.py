"""One term of two: everything that named the one that goes names the one that stays, and its address leads there."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page, ReferenceIndex

from cms.municipalities.adding import add
from cms.municipalities.area import Area
from directory.changesets import gathering
from directory.changesets.models import ChangeSet
from directory.models import (
    FormerAddress,
    LandingText,
    Need,
    OfferAudience,
    OfferPage,
    OfferStamp,
    Role,
    StartCard,
    TargetGroup,
)
from directory.seeds.taxonomies import NeedSeeds
from tests import factories
from tests.cms.editing import people
from tests.cms.roles.towns import whole_person

pytestmark = pytest.mark.django_db


def address(term):
    return reverse("merge_term", args=[term._meta.model_name, term.pk])


def merge(client, goes, stays):
    return client.post(address(goes), {"successor": stays.pk}, follow=True)


@pytest.fixture
def nature():
    return factories.NeedFactory(name="Natur", slug="natur", everyday="grønt\nud i det fri")


def test_a_term_that_a_set_changes_itself_is_not_merged_away_below_it(operator, nature, outside):
    change_set = ChangeSet.objects.create(title="Nye behov", branch=Page.objects.get(depth=1))
    gathering.put_in(change_set, nature)
    text = BeautifulSoup(merge(operator, nature, outside).content, "html.parser").get_text(" ", strip=True)
    assert "“Natur” bliver selv ændret i: Nye behov. Tag det ud derfra først." in text
    change_set.changes.all().delete()
    merge(operator, nature, outside)
    assert list(Need.objects.all()) == [outside]


@pytest.fixture
def outside():
    return factories.NeedFactory(name="Ude", slug="ude", everyday="Grønt")


def needs(offer):
    return [need.slug for need in OfferPage.objects.get(pk=offer.pk).specific.needs.all()]


def test_the_page_says_how_many_offers_change_drafts_among_them(operator, nature, outside):
    factories.OfferFactory(needs=[nature])
    draft = factories.OfferFactory(needs=[outside])
    draft.needs = [nature]
    draft.save_revision()
    text = BeautifulSoup(operator.get(address(nature)).content, "html.parser").get_text(" ", strip=True)
    assert "2 tilbud" in text
    assert Need.objects.count() == 2


def test_offers_cards_texts_and_children_follow_and_each_names_it_once(operator, nature, outside):
    child = factories.NeedFactory(parent=nature)
    offers = [factories.OfferFactory(needs=chosen) for chosen in ([nature], [nature, outside], [outside])]
    card = StartCard.objects.create(label="Ud")
    card.needs.set([nature, outside])
    LandingText.objects.create(need=nature, lead="Fælles")
    stamps = dict(OfferStamp.objects.values_list("offer", "stamp"))

    answer = merge(operator, nature, outside)

    assert "2" in answer.content.decode()
    assert [needs(offer) for offer in offers] == [["ude"]] * 3
    assert list(card.needs.all()) == [outside]
    assert LandingText.objects.get().need == outside
    assert Need.objects.get(pk=child.pk).parent == outside
    assert set(Need.objects.get(pk=outside.pk).everyday_names) == {"Grønt", "Natur", "ud i det fri"}
    changed = dict(OfferStamp.objects.values_list("offer", "stamp"))
    assert all(stamps[offer.pk] != changed[offer.pk] for offer in offers)
    assert ModelLogEntry.objects.get(action="directory.merge_term").object_id == str(outside.pk)


def test_of_two_texts_of_one_municipality_the_one_of_the_term_that_stays_is_kept(operator, nature, outside):
    vejle = factories.MunicipalityFactory()
    for term, municipality, lead in ((nature, None, "går"), (outside, None, "bliver"), (nature, vejle, "følger med")):
        LandingText.objects.create(need=term, municipality=municipality, lead=lead)
    merge(operator, nature, outside)
    assert sorted(LandingText.objects.filter(need=outside).values_list("lead", flat=True)) == ["bliver", "følger med"]
    assert LandingText.objects.count() == 2


def test_drafts_and_older_versions_name_the_other_and_can_be_opened(operator):
    goes, stays = factories.TargetGroupFactory(), factories.TargetGroupFactory()
    offer = factories.OfferFactory(audiences=[OfferAudience(level="only", target_group=goes)])
    older = offer.save_revision()
    offer.audiences = [
        OfferAudience(level="only", target_group=goes),
        OfferAudience(level="mainly", target_group=stays),
    ]
    newer = offer.save_revision()
    merge(operator, goes, stays)
    for version in (older, newer):
        version.refresh_from_db()
        assert [row.target_group for row in version.as_object().audiences.all()] == [stays]
    assert operator.get(reverse("wagtailadmin_pages:edit", args=[offer.pk])).status_code == 200
    assert [row.target_group for row in OfferPage.objects.get(pk=offer.pk).audiences.all()] == [stays]


def test_the_one_that_stays_may_stand_anywhere_below_the_one_that_goes(operator, nature):
    top = factories.NeedFactory()
    nature.parent = top
    nature.save()
    between = factories.NeedFactory(parent=nature)
    below = factories.NeedFactory(parent=between)
    merge(operator, nature, below)
    parents = dict(Need.objects.values_list("pk", "parent"))
    assert parents == {top.pk: None, below.pk: top.pk, between.pk: below.pk}


def test_every_address_that_led_to_it_leads_on(client, municipality_site, index, operator, nature, outside):
    nature.slug = "natur-og-skov"
    nature.save()
    merge(operator, nature, outside)
    for slug in ("natur", "natur-og-skov"):
        answer = client.get(f"/behov/{slug}/")
        assert (answer.status_code, answer.headers["Location"]) == (301, "/behov/ude/")
        assert client.get(f"/find-tilbud/?behov={slug}").headers["Location"] == "/find-tilbud/?behov=ude"
    assert set(FormerAddress.objects.values_list("term", flat=True)) == {outside.pk}


def test_the_page_of_the_term_that_stays_tells_where_it_is_used_now(operator, seen, nature, outside):
    group, other = factories.TargetGroupFactory(), factories.TargetGroupFactory()
    offers = [
        factories.OfferFactory(needs=chosen, audiences=[OfferAudience(level="only", target_group=group)])
        for chosen in ([nature], [nature, outside])
    ]
    for offer in offers:
        ReferenceIndex.create_or_update_for_object(offer)
    merge(operator, nature, outside)
    merge(operator, group, other)
    for term in (outside, other):
        usage = reverse(term.snippet_viewset.get_url_name("usage"), args=[term.pk])
        assert sorted(seen(operator.get(usage))) == sorted(offer.title for offer in offers)
    kept = set(ReferenceIndex.objects.values_list("to_object_id", "content_path_hash"))
    for offer in offers:
        ReferenceIndex.create_or_update_for_object(OfferPage.objects.get(pk=offer.pk).specific)
    assert set(ReferenceIndex.objects.values_list("to_object_id", "content_path_hash")) == kept


@pytest.mark.parametrize("model", [Need, TargetGroup])
def test_a_term_in_use_asks_for_the_one_that_takes_its_place_before_it_is_deleted(operator, model):
    goes = {Need: factories.NeedFactory, TargetGroup: factories.TargetGroupFactory}[model]()
    offer = factories.OfferFactory()
    # Nobody sees it yet: a draft alone names it.
    if model is Need:
        offer.needs = [goes]
    else:
        offer.audiences = [OfferAudience(level="only", target_group=goes)]
    offer.save_revision()
    delete = reverse(goes.snippet_viewset.get_url_name("delete"), args=[goes.pk])
    assert operator.post(delete).headers["Location"] == address(goes)
    assert model.objects.filter(pk=goes.pk).exists()


@pytest.mark.parametrize("wrong", ["", "self", "other tree", "999999"])
def test_a_term_that_cannot_take_the_place_changes_nothing(operator, nature, outside, wrong):
    other = factories.TargetGroupFactory(pk=77_000)
    chosen = {"self": nature.pk, "other tree": other.pk}.get(wrong, wrong)
    answer = operator.post(address(nature), {"successor": chosen})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert (Need.objects.count(), TargetGroup.objects.count()) == (2, 1)


def test_only_those_who_keep_the_words_of_the_whole_may_merge(nature, outside):
    factories.NationalBranchFactory()
    vejle = factories.MunicipalityFactory()
    rights = ("add_page", "change_page", "publish_page")
    of_a_municipality = people.signed_in(people.editor("vejle", vejle, *rights))
    for answer in (
        of_a_municipality.get(address(nature)),
        of_a_municipality.post(address(nature), {"successor": outside.pk}),
    ):
        assert answer.status_code == 302
        assert answer.headers["Location"] == "/admin/"
    assert Need.objects.count() == 2


def test_who_keeps_the_words_of_the_whole_finds_the_way_in_the_listing(nature, outside):
    factories.NationalBranchFactory()
    add(Area(None))
    whole = people.signed_in(whole_person(Role.APPROVER))
    assert address(nature) in whole.get(reverse(Need.snippet_viewset.get_url_name("list"))).content.decode()
    merge(whole, nature, outside)
    assert list(Need.objects.all()) == [outside]


def test_a_term_that_ships_below_a_merged_one_comes_below_its_successor(operator, nature, outside):
    merge(operator, nature, outside)
    fresh = Need(slug="ny", name="Ny")
    NeedSeeds().write(fresh, {"name": "Ny", "name_en": "", "everyday": "", "order": 1, "parent": "natur"})
    assert Need.objects.get(slug="ny").parent == outside


def test_many_offers_are_told_in_the_same_number_of_queries(operator, nature, outside, django_assert_max_num_queries):
    for _time in range(12):
        factories.OfferFactory(needs=[nature])
    with django_assert_max_num_queries(90):
        operator.post(address(nature), {"successor": outside.pk})
