"""A person with roles in two municipalities: what the one role allows is not allowed in the other place."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from cms.municipalities.area import Area
from directory.changesets.models import ChangeSet
from directory.models import LandingText, OfferPage, Place, Role, SearchCount, StartCard
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(vejle, kolding):
    """An editor in Vejle who approves in Kolding."""
    user = vejle.person(Role.EDITOR)
    user.groups.add(Area(kolding.page).groups().get(role=Role.APPROVER).group)
    return user


@pytest.fixture
def browser(person):
    return people.signed_in(person)


def address(row, view):
    return reverse(row.snippet_viewset.get_url_name(view), args=[] if view in {"list", "add"} else [row.pk])


def test_both_municipalities_are_worked_in(vejle, kolding, browser):
    html = browser.get(address(vejle.rows["house"], "list")).content.decode()
    assert vejle.marker in html
    assert kolding.marker in html
    for town in (vejle, kolding):
        assert browser.get(reverse("wagtailadmin_pages:edit", args=[town.rows["draft"].pk])).status_code == 200
        assert browser.get(address(town.rows["house"], "edit")).status_code == 200


def test_a_house_is_deleted_where_the_person_approves_alone(vejle, kolding, browser):
    houses = [
        factories.PlaceFactory(name=f"Tomt hus {number}", slug=f"tomt-{number}", municipality=town.page)
        for number, town in enumerate((vejle, kolding))
    ]
    for house in houses:
        browser.post(address(house, "delete"))
    assert list(Place.objects.filter(name__startswith="Tomt")) == houses[:1]


@pytest.mark.parametrize("name", ["synonyms", "card", "text"])
def test_words_and_cards_are_changed_where_the_person_approves_alone(vejle, kolding, browser, name):
    theirs, mine = vejle.rows[name], kolding.rows[name]
    for view in ("edit", "delete", "history", "usage"):
        assert browser.get(address(theirs, view)).status_code == 302
        assert browser.get(address(mine, view)).status_code == 200
    browser.post(address(theirs, "delete"))
    assert type(theirs).objects.filter(pk=theirs.pk).exists()
    assert address(theirs, "edit") not in browser.get(address(theirs, "list")).content.decode()


def test_a_card_is_made_for_the_municipality_in_which_the_person_approves(vejle, kolding, browser):
    add = reverse(StartCard.snippet_viewset.get_url_name("add"))
    for municipality, refused in ((vejle.page.pk, True), ("", True), (kolding.page.pk, False)):
        faults = browser.post(add, {"municipality": municipality}).context["form"].errors
        assert ("municipality" in faults) == refused


def test_a_card_is_not_handed_from_the_one_to_the_other(vejle, kolding, browser):
    card = kolding.rows["card"]
    answer = browser.post(address(card, "edit"), {"label": card.label, "municipality": vejle.page.pk})
    assert "municipality" in answer.context["form"].errors


def test_pages_are_published_where_the_person_approves_alone(vejle, kolding, browser):
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    # A page of a set is not published without the others.
    ChangeSet.objects.all().delete()
    drafts = [town.rows["draft"].pk for town in (vejle, kolding)]
    browser.post(f"{many}?id={drafts[0]}&id={drafts[1]}")
    assert [page.pk for page in OfferPage.objects.filter(pk__in=drafts, live=True)] == drafts[1:]


def test_numbers_are_read_where_the_role_reads_them(vejle, kolding):
    user = vejle.person(Role.READER)
    user.groups.add(Area(kolding.page).groups().get(role=Role.EDITOR).group)
    html = people.signed_in(user).get(reverse("search_counts_report")).content.decode()
    assert vejle.marker in html
    assert kolding.marker not in html
    assert SearchCount.objects.count() == 2


def test_many_at_once_follow_the_role_too(vejle, kolding, browser):
    many = reverse("wagtail_bulk_action", args=["directory", "startcard", "delete"])
    listing = reverse(StartCard.snippet_viewset.get_url_name("list"))
    browser.post(f"{many}?id=all&next={listing}")
    browser.post(f"{many}?id={vejle.rows['card'].pk}")
    assert list(StartCard.objects.all()) == [vejle.rows["card"]]


def test_a_right_that_an_operator_gave_a_person_holds_in_all_the_persons_places(vejle, kolding):
    user = vejle.person(Role.EDITOR)
    need = factories.NeedFactory(name="Mad", slug="mad")
    row = LandingText.objects.create(need=need, lead="Spis", municipality=vejle.page)
    user.user_permissions.add(Permission.objects.get(codename="change_landingtext"))
    browser = people.signed_in(user)
    assert browser.get(address(row, "edit")).status_code == 200
    assert browser.get(address(kolding.rows["text"], "edit")).status_code == 302


def test_groups_made_by_hand_go_on_together(vejle, kolding):
    """One with rights on pages, another with rights on rows, as Wagtail's manual tells one to make them."""
    user = people.editor("Skribenter", vejle.page, "change_page")
    words = type(user.groups.get()).objects.create(name="Ordfolk")
    words.permissions.add(Permission.objects.get(codename="change_synonymgroup"))
    user.groups.add(words)
    browser = people.signed_in(user)
    assert browser.get(address(vejle.rows["synonyms"], "edit")).status_code == 200
    assert browser.get(address(kolding.rows["synonyms"], "edit")).status_code == 302
