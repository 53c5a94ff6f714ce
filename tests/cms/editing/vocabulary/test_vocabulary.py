"""The words of the search in the admin: who may keep them, what they would change, what is odd about them."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry

from directory.models import CrisisWords, Helpline, OfferPage, ReadingRule, SynonymGroup, WordList
from directory.vocabulary.current import forget_words
from search import Query, engine
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
WORDS = (SynonymGroup, CrisisWords, WordList, ReadingRule, Helpline)


@pytest.fixture(autouse=True)
def fresh_words():
    forget_words()
    yield
    forget_words()


@pytest.fixture
def offers(index, committed):
    """One offer for people who are alone."""
    with committed():
        factories.FindOffersFactory()
        factories.DropInCentreFactory(title="Ensomhedscaféen", teaser="For dig med ensomhed.")
        factories.DropInCentreFactory(title="Skakklubben", teaser="Vi spiller skak.")
    return OfferPage.objects.all()


def listing(model):
    return reverse(model.snippet_viewset.get_url_name("list"))


def trying(model):
    return reverse("try_words", args=[model._meta.model_name])


def words_of(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").select_one("main, .content").get_text(" ").split())


def columns(response):
    table = BeautifulSoup(response.content, "html.parser").select("table.listing tbody td")
    return [[" ".join(item.get_text(" ").split()) for item in cell.select("li")] for cell in table]


def test_the_words_and_lines_are_in_the_menu_and_listed(operator):
    for model in WORDS:
        assert operator.get(listing(model)).status_code == 200


def test_hits_are_shown_before_and_after_while_nothing_is_saved(operator, offers):
    form = {
        "head": "ensomhed",
        "equal": "ensomhed",
        "phrases": "væggene kommer nærmere",
        "try_text": "væggene kommer nærmere",
    }
    response = operator.post(trying(SynonymGroup), form)
    before, after = columns(response)
    assert before == ["Ingenting"]
    assert after == ["Ensomhedscaféen (ny)"]
    assert not SynonymGroup.objects.exists()


def test_a_saved_group_is_tried_with_its_new_words(operator, offers):
    group = SynonymGroup.objects.create(head="ensomhed", equal="ensomhed", phrases="væggene kommer nærmere")
    form = {
        "head": "ensomhed",
        "equal": "ensomhed",
        "phrases": "",
        "try_text": "væggene kommer nærmere",
        "try_key": group.pk,
    }
    before, after = columns(operator.post(trying(SynonymGroup), form))
    assert (before, after) == (["Ensomhedscaféen"], ["Ingenting"])
    group.refresh_from_db()
    assert group.phrases


def test_words_that_can_not_be_saved_can_not_be_tried(operator, offers):
    response = operator.post(trying(SynonymGroup), {"head": "tom", "try_text": "x"})
    assert "Skriv mindst ét ord" in words_of(response)


def test_words_of_crisis_are_tried_for_what_they_put_first(operator, offers):
    form = {"topic": "life", "phrases": "sige farvel for altid", "try_text": "jeg vil sige farvel for altid"}
    assert "Hjælpelinjer vil stå over" in words_of(operator.post(trying(CrisisWords), form))


def test_a_change_works_at_the_next_search(operator, offers, committed):
    def found():
        return engine().search(Query(text="væggene kommer nærmere")).total

    assert found() == 0
    with committed():
        add = reverse(SynonymGroup.snippet_viewset.get_url_name("add"))
        operator.post(add, {"head": "ensomhed", "equal": "ensomhed", "phrases": "væggene kommer nærmere"})
    assert found() == 1


def test_who_changed_a_word_and_when_is_kept(operator, offers):
    operator.post(reverse(SynonymGroup.snippet_viewset.get_url_name("add")), {"head": "ro", "equal": "ro\nfred"})
    group = SynonymGroup.objects.get()
    assert ModelLogEntry.objects.for_instance(group).get().user.username == "operator"
    assert (
        operator.get(reverse(SynonymGroup.snippet_viewset.get_url_name("history"), args=[group.pk])).status_code == 200
    )


@pytest.mark.parametrize(
    ("equal", "phrases", "said"),
    [
        ("fred\nøl", "", "“øl” er så kort"),
        ("Stilhed", "", "“Stilhed” står også i gruppen “ro”"),
        ("fred", "jeg kan ikke", "“jeg kan ikke” har kun små ord"),
        ("selvmord", "", "“selvmord” er et kriseord"),
    ],
)
def test_what_is_odd_is_said_when_it_is_saved_and_when_it_is_tried(operator, offers, equal, phrases, said):
    SynonymGroup.objects.create(head="ro", equal="stilhed")
    WordList.objects.create(role="stop", words="jeg\nkan\nikke")
    CrisisWords.objects.create(topic="life", phrases="selvmord")
    form = {"head": "ny", "equal": equal, "phrases": phrases}
    assert said in words_of(operator.post(trying(SynonymGroup), form))
    saved = operator.post(reverse(SynonymGroup.snippet_viewset.get_url_name("add")), form, follow=True)
    assert said in saved.content.decode()
    assert SynonymGroup.objects.filter(head="ny").exists()


def test_two_municipalities_may_have_the_same_word(operator, offers):
    here, there = factories.MunicipalityFactory(), factories.MunicipalityFactory()
    SynonymGroup.objects.create(head="huset", equal="huset", municipality=there)
    form = {"head": "huset her", "equal": "huset", "phrases": "", "municipality": here.pk}
    assert "står også i gruppen" not in words_of(operator.post(trying(SynonymGroup), form))


def test_a_rule_for_reading_makes_the_index_anew(operator, offers, committed):
    before = engine().check().analysis
    with committed():
        add = reverse(ReadingRule.snippet_viewset.get_url_name("add"))
        operator.post(add, {"word": "skakklubben", "rule": "never_split", "value": ""})
    assert engine().search(Query(text="skakklubben")).total == 1
    health = engine().check()
    assert health.analysis != before
    assert health.problem == ""
    assert engine().search(Query(text="klub", exactly=True)).total == 0


def test_an_editor_of_one_place_keeps_no_words(offers):
    place = people.signed_in(people.editor("sted", factories.OrganisationFactory(), "add_page", "change_page"))
    for model in WORDS:
        assert place.get(listing(model)).status_code == 302
        assert (
            place.post(reverse(model.snippet_viewset.get_url_name("add")), {"head": "x", "equal": "x"}).status_code
            == 302
        )
    for model in (SynonymGroup, CrisisWords, WordList):
        assert place.post(trying(model), {"head": "x", "equal": "x"}).status_code in {302, 403}
    assert not SynonymGroup.objects.exists()


@pytest.mark.parametrize(
    "path", ["/admin/words/try/user/", "/admin/words/try/offerpage/", "/admin/words/try/helpline/"]
)
def test_nothing_but_words_can_be_tried(operator, path):
    assert operator.post(path, {}).status_code == 404


@pytest.mark.parametrize("key", ["999999", "x", "' OR 1=1", "²", pytest.param("9" * 5000, id="too long")])
def test_a_senseless_key_is_no_server_error(operator, offers, key):
    assert operator.post(trying(SynonymGroup), {"head": "x", "equal": "xyz", "try_key": key}).status_code in {200, 404}


def helpline(**more):
    known = {
        "name": "Linjen",
        "number": "12345678",
        "topics": "life",
        "anonymous": "unknown",
        "asks_for_cpr": "unknown",
        "priority": "5",
    }
    counted = {
        "hours-TOTAL_FORMS": "0",
        "hours-INITIAL_FORMS": "0",
        "hours-MIN_NUM_FORMS": "0",
        "hours-MAX_NUM_FORMS": "1000",
    }
    return known | counted | more


def test_a_line_without_hours_can_not_be_saved(operator):
    add = reverse(Helpline.snippet_viewset.get_url_name("add"))
    response = operator.post(add, helpline())
    assert "Skriv åbningstiderne" in response.content.decode()
    assert operator.post(add, helpline(always_open="on")).status_code == 302
    times = {
        "hours-TOTAL_FORMS": "1",
        "hours-0-weekday": "0",
        "hours-0-opens": "09:00",
        "hours-0-closes": "16:00",
        "hours-0-id": "",
    }
    assert operator.post(add, helpline(name="Den anden", **times)).status_code == 302
    assert Helpline.objects.get(name="Den anden").hours.count() == 1


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " javascript:alert(1)", "//evil", "x"]
)
def test_the_page_of_a_lines_owner_is_a_page(operator, address):
    add = reverse(Helpline.snippet_viewset.get_url_name("add"))
    answer = operator.post(add, helpline(always_open="on", source_url=address))
    assert "Skriv en hel adresse, der begynder med https://." in answer.content.decode()
    assert not Helpline.objects.filter(name="Linjen").exists()


def test_lines_that_nobody_dialled_are_on_the_first_page(operator):
    Helpline.objects.create(name="Glemt linje", number="12345678", topics="life", always_open=True)
    assert "Glemt linje" in operator.get("/admin/").content.decode()
    place = people.signed_in(people.editor("sted", factories.OrganisationFactory(), "change_page"))
    assert "Glemt linje" not in place.get("/admin/").content.decode()
