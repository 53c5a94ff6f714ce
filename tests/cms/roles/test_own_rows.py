"""An editor of one municipality against the rows of another, and against what is the whole's."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from directory.models import CrisisWords, Helpline, LandingText, OfferPage, Place, SynonymGroup
from tests import factories
from tests.cms.editing import people
from tests.cms.roles.towns import of_nobody, whole_person

pytestmark = pytest.mark.django_db
LOCAL = ("house", "synonyms", "card", "text")


def address(row, view, *, chooser=False):
    viewset = row.snippet_viewset.chooser_viewset if chooser else row.snippet_viewset
    return reverse(viewset.get_url_name(view), args=[] if view in {"list", "choose", "add"} else [row.pk])


def refused(response):
    return response.status_code in {302, 403, 404} and "/edit/" not in response.headers.get("Location", "")


@pytest.mark.parametrize("name", LOCAL)
def test_rows_of_another_municipality_are_neither_listed_nor_chosen(vejle, kolding, name):
    browser, row, own = vejle.browser("administrator"), kolding.rows[name], vejle.rows[name]
    for asked in (address(row, "list"), address(row, "choose", chooser=True)):
        html = browser.get(asked).content.decode()
        assert str(own) in html
        assert kolding.marker not in html
        assert str(row) not in html
    assert refused(browser.get(address(row, "chosen", chooser=True)))
    many = reverse(row.snippet_viewset.chooser_viewset.get_url_name("chosen_multiple"))
    assert kolding.marker not in browser.get(f"{many}?id={row.pk}").content.decode()


@pytest.mark.parametrize("name", LOCAL)
@pytest.mark.parametrize("view", ["edit", "delete", "usage", "history", "copy"])
def test_no_address_of_a_row_of_another_municipality_answers(vejle, kolding, name, view):
    row = kolding.rows[name]
    if view == "copy" and not row.snippet_viewset.copy_view_enabled:
        pytest.skip("such rows are not copied")
    browser = vejle.browser("administrator")
    for answer in (browser.get(address(row, view)), browser.post(address(row, view), {"name": "Kapret"})):
        assert refused(answer)
        assert kolding.marker not in answer.content.decode()
    assert type(row)._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("asked", ["id={key}", "id=all"])
def test_many_at_once_is_no_way_to_rows_of_another_municipality(vejle, kolding, asked):
    row = kolding.rows["card"]
    many = reverse("wagtail_bulk_action", args=["directory", "startcard", "delete"])
    browser = vejle.browser("administrator")
    for answer in (
        browser.get(f"{many}?{asked.format(key=row.pk)}"),
        browser.post(f"{many}?{asked.format(key=row.pk)}"),
    ):
        assert kolding.marker not in answer.content.decode()
    assert type(row).objects.filter(pk=row.pk).exists()


def place_of(municipality, **more):
    known = {"name": "Nyt hus", "slug": "nyt-hus", "visibility": "public", "municipality": municipality or ""}
    return known | dict.fromkeys(("step_free", "lift", "accessible_toilet", "hearing_loop"), "unknown") | more


def test_a_row_can_not_be_given_to_another_municipality(vejle, kolding):
    browser, mine = vejle.browser("editor"), vejle.rows["house"]
    for municipality in (kolding.page.pk, "", "x", "9" * 400):
        assert browser.post(address(mine, "add"), place_of(municipality)).status_code == 200
        assert browser.post(address(mine, "edit"), place_of(municipality)).status_code == 200
    assert not Place.objects.filter(name="Nyt hus").exists()
    assert browser.post(address(mine, "add"), place_of(vejle.page.pk)).status_code == 302
    assert Place.objects.get(name="Nyt hus").municipality == vejle.page


def test_a_group_of_words_can_not_be_put_below_one_of_another_municipality(vejle, kolding):
    browser, theirs = vejle.browser("approver"), kolding.rows["synonyms"]
    sent = {"head": "ny", "equal": "abc", "broader": theirs.pk, "municipality": vejle.page.pk}
    answer = browser.post(address(theirs, "add"), sent)
    assert answer.status_code == 200
    assert kolding.marker not in answer.content.decode()
    trying = reverse("try_words", args=["synonymgroup"])
    assert refused(browser.post(trying, {**sent, "broader": "", "try_key": theirs.pk}))


def test_what_belongs_to_the_whole_is_seen_and_not_changed(vejle):
    browser, house = vejle.browser("administrator"), of_nobody()
    group = SynonymGroup.objects.create(head="fælles", equal="xyz")
    assert "Faelles hus" in browser.get(address(house, "choose", chooser=True)).content.decode()
    for row in (house, group):
        assert address(row, "edit") not in browser.get(address(row, "list")).content.decode()
        assert refused(browser.get(address(row, "edit")))
        assert refused(browser.post(address(row, "delete")))


def test_a_secret_house_of_the_whole_is_known_where_an_offer_stands_in_it(vejle, kolding):
    house = factories.PlaceFactory(name="Skjult faelleshus", slug="skjult", visibility="secret")
    OfferPage.objects.filter(pk=vejle.rows["offer"].pk).update(place=house)
    seen = vejle.browser("editor").get(address(house, "choose", chooser=True)).content.decode()
    assert "Skjult faelleshus" in seen
    other = kolding.browser("administrator")
    for asked in (address(house, "choose", chooser=True), address(house, "list")):
        assert "Skjult faelleshus" not in other.get(asked).content.decode()


def test_the_people_of_the_whole_see_no_municipalitys_secret_house(vejle, whole):
    browser = people.signed_in(whole_person())
    html = browser.get(address(vejle.rows["house"], "list")).content.decode()
    assert vejle.marker not in html
    assert refused(browser.get(address(vejle.rows["house"], "edit")))


@pytest.mark.parametrize("model", [Helpline, CrisisWords])
def test_lines_and_words_of_crisis_are_not_changed_by_a_right_on_the_model_alone(vejle, model):
    row = vejle.rows["common"][model._meta.model_name]
    user = vejle.person("administrator")
    user.user_permissions.add(*Permission.objects.filter(content_type__model=model._meta.model_name))
    browser = people.signed_in(user)
    assert refused(browser.get(address(row, "edit")))
    assert refused(browser.post(address(row, "edit"), {"number": "90 90 90 90", "phrases": "x"}))
    assert refused(browser.post(address(row, "delete")))
    assert refused(browser.get(address(row, "add")))
    assert model.objects.filter(pk=row.pk).exists()


def test_the_people_of_the_whole_keep_lines_and_words(whole):
    row = CrisisWords.objects.create(topic="life", phrases="dø")
    browser = people.signed_in(whole_person())
    assert browser.post(address(row, "edit"), {"topic": "life", "phrases": "dø\nslut"}).status_code == 302
    assert "slut" in CrisisWords.objects.get().phrases


def test_an_introduction_is_written_for_the_own_municipality(vejle, kolding):
    need = factories.NeedFactory(name="Mad", slug="mad")
    sent = {"need": need.pk, "target_group": "", "lead": "Spis", "body": "null"}
    browser, row = vejle.browser("approver"), vejle.rows["text"]
    assert browser.post(address(row, "add"), {**sent, "municipality": kolding.page.pk}).status_code == 200
    assert browser.post(address(row, "add"), {**sent, "municipality": vejle.page.pk}).status_code == 302
    assert LandingText.objects.get(need=need).municipality == vejle.page
