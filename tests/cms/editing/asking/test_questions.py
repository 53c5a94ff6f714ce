"""A question to many places in the admin: written, looked at, sent, followed, answered on the telephone."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from directory.asking.models import AskedOffer, Campaign, PlaceReply
from directory.asking.round import write_letters
from directory.asking.sending import send_campaign
from directory.models import MunicipalityPage, OrganisationPage, Role
from tests import factories
from tests.cms.editing import people
from tests.directory.asking.campaigns import campaign, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def municipality(portal):
    return MunicipalityPage.objects.get(pk=factories.MunicipalityFactory(title="Vejle").pk)


def told(municipality, /, **facts):
    """What is typed into the form."""
    today = timezone.localdate()
    return {
        "municipality": municipality.pk,
        "question": "Har I åbent juleaften?",
        "reply_kind": "choice",
        "answer_yes": "Ja",
        "answer_no": "Nej",
        "fact": "open",
        "sender": "Vejle Kommune",
        "reply_to": "a@vejle.example.dk",
        "last_day": today + timedelta(days=7),
        "remind_on": today + timedelta(days=3),
        "ends_on": today + timedelta(days=20),
    } | facts


def soon(municipality, **facts):
    """A question that can be answered today."""
    today = timezone.localdate()
    days = {"last_day": today + timedelta(days=7), "remind_on": None, "ends_on": today + timedelta(days=20)}
    return campaign(municipality, **days | facts)


def address(row):
    return reverse("question", args=[row.pk])


def test_a_question_is_written_looked_at_and_sent(operator, municipality):
    place(municipality, "Strikkecafé")
    answer = operator.post(reverse("question_new"), told(municipality))
    row = Campaign.objects.get()
    assert answer.headers["Location"] == address(row)
    html = operator.get(address(row)).content.decode()
    for said in ("Spørg 1 sted", "Strikkecafé", "Sådan er mailen", "Svar for Strikkecafé:"):
        assert said in html
    assert (mail.outbox, AskedOffer.objects.count()) == ([], 0)
    operator.post(address(row), {"do": "send"})
    operator.post(address(row), {"do": "send"})
    assert write_letters(timezone.localdate()) == 1
    assert "0 af 1 har svaret" in operator.get(address(row)).content.decode()
    assert "Har I åbent juleaften?" in operator.get(reverse("questions")).content.decode()


def test_an_empty_choice_says_so_and_asks_nobody(operator, municipality):
    row = soon(municipality, area="7100")
    html = operator.get(address(row)).content.decode()
    assert "Der er ikke valgt noget sted" in html
    assert 'value="send"' not in html
    html = operator.post(address(row), {"do": "send"}, follow=True).content.decode()
    assert "Ingen blev spurgt" in html
    assert Campaign.objects.get().sent_at is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("area", "0042, hjemme"),
        ("last_day", "2020-01-01"),
        ("last_day", "i morgen"),
        ("kinds", "no-such-kind"),
        ("need", "999999"),
        ("question", ""),
        ("question", "x" * 161),
        ("answer_no", ""),
        ("reply_to", "ingen"),
        ("municipality", "0"),
    ],
)
def test_what_cannot_be_is_sent_back(operator, municipality, field, value):
    page = operator.post(reverse("question_new"), told(municipality, **{field: value}))
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not Campaign.objects.exists()


def test_who_is_silent_stands_on_the_telephone_list_and_what_they_say_is_written_down(operator, municipality):
    place(municipality, "Strikkecafé", phone="", email="")
    place(municipality, "Madklub")
    house = OrganisationPage.objects.get(title="Huset Strikkecafé")
    house.phone = "22222222"
    house.save()
    row = soon(municipality)
    send_campaign(row)
    html = operator.get(address(row)).content.decode().replace("\xa0", " ")
    for said in ("22 22 22 22", "12 34 56 78", "Ikke nået"):
        assert said in html
    asked = AskedOffer.objects.get(offer__title="Madklub")
    operator.post(address(row), {"do": "told", "asked": asked.pk, "value": "yes"})
    operator.post(address(row), {"do": "told", "asked": asked.pk, "value": "no"})
    html = operator.get(address(row)).content.decode()
    assert "1 af 2 har svaret" in html
    assert html.count("i telefonen") >= 2
    assert [(reply.value, reply.by.username) for reply in PlaceReply.objects.all()] == [
        ("yes", "operator"),
        ("no", "operator"),
    ]


@pytest.mark.parametrize(
    "sent", [{"asked": "x" * 40}, {"asked": "9" * 40}, {"asked": "0"}, {"value": "maybe"}, {"value": ""}]
)
def test_what_is_no_answer_is_written_down_for_nobody(operator, municipality, sent):
    place(municipality, "Madklub")
    row = soon(municipality)
    send_campaign(row)
    operator.post(address(row), {"do": "told", "asked": AskedOffer.objects.get().pk, "value": "yes"} | sent)
    assert not PlaceReply.objects.exists()


def test_a_draft_is_changed_or_deleted_and_what_was_sent_is_neither(operator, municipality):
    place(municipality, "Madklub")
    draft, sent = soon(municipality), soon(municipality)
    send_campaign(sent)
    edit = reverse("question_edit", args=[draft.pk])
    assert operator.post(edit, told(municipality, question="Har I lukket?")).status_code == 302
    assert operator.get(reverse("question_edit", args=[sent.pk])).status_code == 404
    for row in (draft, sent):
        operator.post(address(row), {"do": "drop"})
    assert list(Campaign.objects.all()) == [sent]
    operator.post(address(sent), {"do": "stop"})
    assert Campaign.objects.get().stopped_at is not None
    assert write_letters(timezone.localdate()) == 0


def test_the_page_of_one_asks_as_much_for_many_places_as_for_one(operator, municipality, django_assert_max_num_queries):
    for number in range(12):
        place(municipality, f"Tilbud {number}")
    row = soon(municipality)
    send_campaign(row)
    operator.get(address(row))
    with django_assert_max_num_queries(40):
        operator.get(address(row))


def test_markup_is_text(operator, municipality):
    place(municipality, "<script>x</script>")
    row = soon(municipality, question="<b>Har I åbent?</b>", explanation="<img src=y>")
    for _step in ("draft", "sent"):
        html = operator.get(address(row)).content.decode()
        assert "<script>x</script>" not in html
        assert "<img src=y>" not in html
        send_campaign(row)


def test_an_editor_without_the_right_to_publish_asks_nobody(municipality):
    place(municipality, "Madklub")
    row = soon(municipality)
    writer = people.signed_in(people.editor("anna", municipality, "add_page", "change_page"))
    for path in (address(row), reverse("questions"), reverse("question_new")):
        assert writer.get(path).status_code in {302, 403}
        assert writer.post(path, {"do": "send"}).status_code in {302, 403}
    assert not AskedOffer.objects.exists()


def test_the_questions_of_another_municipality_are_not_there(vejle, kolding):
    theirs = soon(kolding.page, question="Hemmeligt spørgsmål?")
    approver = vejle.browser(Role.APPROVER)
    assert "Hemmeligt" not in approver.get(reverse("questions")).content.decode()
    assert approver.get(address(theirs)).status_code == 404
    assert approver.post(address(theirs), {"do": "send"}).status_code == 404
    assert approver.get(reverse("question_edit", args=[theirs.pk])).status_code == 404
    page = approver.post(reverse("question_new"), told(kolding.page))
    assert "municipality" in page.context["form"].errors
    assert approver.post(reverse("question_new"), told(vejle.page)).status_code == 302
    assert Campaign.objects.latest("pk").municipality_id == vejle.page.pk
