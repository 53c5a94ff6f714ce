"""Needs, target groups, languages and places in the admin."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import ReferenceIndex

from cms.editing.common.uses import uses
from directory.models import Language, Need, OfferAudience, Place, StartCard, TargetGroup
from tests import factories

pytestmark = pytest.mark.django_db


def address(row, view):
    return reverse(row.snippet_viewset.get_url_name(view), args=[row.pk])


def listing(model):
    return reverse(model.snippet_viewset.get_url_name("list"))


@pytest.fixture
def tree():
    """Two needs at the top, one of them with a need below it that two offers have."""
    rest = factories.NeedFactory(name="Ro", slug="ro", order=1, everyday="fred\nstilhed\n\n")
    sleep = factories.NeedFactory(name="Søvn", slug="soevn", order=9, parent=rest)
    factories.NeedFactory(name="Mad", slug="mad", order=2)
    for _time in range(2):
        factories.OfferFactory(needs=[sleep])
    return rest, sleep


def test_needs_stand_as_a_tree_with_their_names_and_offers(operator, seen, tree):
    response = operator.get(listing(Need))
    assert seen(response) == ["Ro", "Søvn", "Mad"]
    rows = BeautifulSoup(response.content, "html.parser").select("tbody tr")
    cells = [[cell.get_text(strip=True) for cell in row.select("td")[2:]] for row in rows]
    assert cells == [["2", "0", "ro"], ["0", "2", "soevn"], ["0", "0", "mad"]]
    link = rows[1].select("td")[3].a["href"]
    assert len(seen(operator.get(link))) == 2


def test_searching_the_needs_finds_everyday_names_too(operator, seen, tree):
    assert seen(operator.get(listing(Need), {"q": "stilhed"})) == ["Ro"]
    assert seen(operator.get(listing(Need), {"ordering": "-offer_count"}))[0] == "Søvn"


@pytest.mark.parametrize("model", [Need, TargetGroup])
def test_the_tree_takes_the_same_number_of_queries_however_long_it_is(operator, django_assert_max_num_queries, model):
    factory = {Need: factories.NeedFactory, TargetGroup: factories.TargetGroupFactory}[model]
    parent = factory()
    operator.get(listing(model))
    for _time in range(30):
        factory(parent=parent)
    with django_assert_max_num_queries(8):
        operator.get(listing(model))


def test_the_page_of_a_need_tells_where_it_is_used(operator, seen, tree):
    _rest, sleep = tree
    factories.know_references()
    card = StartCard.objects.create(label="Jeg vil sove")
    card.needs.set([sleep])
    found = seen(operator.get(address(sleep, "usage")))
    assert sorted(found) == sorted([*(page.title for page in sleep.offers.all()), "Jeg vil sove"])
    card.needs.clear()
    assert "Jeg vil sove" not in seen(operator.get(address(sleep, "usage")))


def test_the_page_of_a_target_group_tells_which_offers_are_for_it(operator, seen):
    group = factories.TargetGroupFactory()
    offer = factories.OfferFactory(audiences=[OfferAudience(level="only", target_group=group)])
    factories.know_references()
    assert seen(operator.get(address(group, "usage"))) == [offer.title]


def test_an_offer_that_gives_a_need_up_is_no_longer_listed_as_a_use(tree):
    _rest, sleep = tree
    factories.know_references()
    offer = sleep.offers.first()
    offer.needs = []
    offer.save()
    assert ReferenceIndex.get_references_to(sleep).count() == 1


@pytest.mark.parametrize("how", ["get", "post"])
def test_a_need_in_use_is_not_deleted_and_it_is_said_what_to_do(operator, tree, how):
    rest, sleep = tree
    for used in (rest, sleep):
        response = getattr(operator, how)(address(used, "delete"), follow=True)
        assert response.redirect_chain[-1][0] == reverse("merge_term", args=["need", used.pk])
        assert escape(f"“{used}”") in response.content.decode()
    assert Need.objects.count() == 3


def test_a_need_that_nobody_uses_is_deleted(operator, tree):
    operator.post(address(Need.objects.get(slug="mad"), "delete"))
    assert not Need.objects.filter(slug="mad").exists()


def test_deleting_many_at_once_spares_none_when_one_is_in_use(operator, tree):
    rows = Need.objects.all()
    bulk = reverse("wagtail_bulk_action", args=["directory", "need", "delete"])
    keys = "&".join(f"id={row.pk}" for row in rows)
    response = operator.post(f"{bulk}?{keys}", follow=True)
    assert "Søvn" in response.content.decode()
    assert Need.objects.count() == 3


def test_everything_that_names_a_row_counts_as_a_use():
    place, language, group = factories.PlaceFactory(), factories.LanguageFactory(), factories.TargetGroupFactory()
    assert not any(uses(row) for row in (place, language, group))
    factories.OfferFactory(
        place=place, languages=[language], audiences=[OfferAudience(level="mainly", target_group=group)]
    )
    StartCard.objects.create(label="Unge").target_groups.set([group])
    assert [sorted(uses(row).values()) for row in (place, language, group)] == [[1], [1], [1, 1]]


@pytest.mark.parametrize("model", [Place, Language, StartCard, TargetGroup])
def test_each_word_and_place_can_be_written_and_found(operator, seen, model):
    written = {
        Place: {"name": "Ødegården", "slug": "oedegaarden", "visibility": "public"}
        | dict.fromkeys(("step_free", "lift", "accessible_toilet", "hearing_loop"), "unknown"),
        Language: {"name": "Ødegården", "code": "xx"},
        StartCard: {"label": "Ødegården", "group": "need", "order": 1},
        TargetGroup: {"name": "Ødegården", "slug": "oedegaarden", "order": 1},
    }[model]
    response = operator.post(reverse(model.snippet_viewset.get_url_name("add")), written)
    assert response.status_code == 302, response.context["form"].errors
    assert seen(operator.get(listing(model), {"q": "degård"})) == ["Ødegården"]
