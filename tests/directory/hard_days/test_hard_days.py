"""A mode leads the site from its beginning to its end, with what the places have said and no guess."""

from datetime import date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from directory.asking.models import AskedOffer, PlaceReply
from directory.asking.replying import reply_on_telephone
from directory.asking.round import write_when_due
from directory.asking.sending import send_campaign
from tests import factories
from tests.directory.asking.campaigns import at, campaign, link_to, place
from tests.directory.hard_days.modes import christmas, moment

pytestmark = pytest.mark.django_db

#: The pages that a mode leads.
LED = ("/", "/find-tilbud/", "/i-dag/")
CHRISTMAS_EVE = datetime(2026, 12, 24, 12)


@pytest.fixture
def visitor(client, index):
    client.defaults["HTTP_HOST"] = "vejle.localhost"
    return client


@pytest.fixture
def question(municipality_site, monkeypatch):
    """Three places were asked whether they are open on Christmas Eve: yes until two, no, and silence."""
    at(monkeypatch, datetime(2026, 12, 10, 9))
    for number, title in enumerate(("Aftenstuen", "Brobyggerne", "Cafeen")):
        place(municipality_site, title, phone=f"1111111{number}")
    asked = campaign(municipality_site)
    send_campaign(asked)
    for title, value in (("Aftenstuen", "partly"), ("Brobyggerne", "no")):
        reply_on_telephone(AskedOffer.objects.get(offer__title=title), value, None)
    at(monkeypatch, CHRISTMAS_EVE)
    return asked


def block(visitor, path="/") -> str:
    """The words of what leads a page; empty where nothing does."""
    answer = visitor.get(path)
    assert answer.status_code == 200
    found = BeautifulSoup(answer.content, "html.parser").select("main .vv-crisis")
    # Numbers stand together with spaces at which no line breaks.
    return " ".join(part.get_text(" ", strip=True) for part in found).replace("\xa0", " ")


def test_it_begins_and_ends_to_the_minute_on_every_page_that_it_leads(visitor, municipality_site, monkeypatch):
    christmas(municipality_site)
    hours = {
        datetime(2026, 12, 23, 7, 59): False,
        datetime(2026, 12, 23, 8, 0): True,
        datetime(2026, 12, 27, 11, 59): True,
        datetime(2026, 12, 27, 12, 0): False,
    }
    for now, lasts in hours.items():
        at(monkeypatch, now)
        assert [bool(block(visitor, path)) for path in LED] == [lasts] * 3, now


def test_who_said_yes_stands_there_with_number_and_condition_and_who_said_no_does_not(
    visitor, municipality_site, question
):
    christmas(municipality_site, question, facts=["open"])
    for path in LED:
        said = block(visitor, path)
        for told in ("Jul", "Mange steder holder lukket.", "Åbent", "Aftenstuen", "11 11 11 10", "Ja, til kl. 14"):
            assert told in said
        assert "Brobyggerne" not in said
        assert "Vi ved det ikke endnu" not in said


def test_where_nobody_has_answered_there_are_numbers_and_no_guess(visitor, municipality_site, question):
    PlaceReply.objects.all().delete()
    AskedOffer.objects.update(replied_at=None)
    christmas(municipality_site, question, facts=["open"])
    said = block(visitor)
    assert "Vi ved det ikke endnu. Ring:" in said
    assert _numbers(said) == {"11 11 11 10", "11 11 11 11", "11 11 11 12"}


def _numbers(said: str) -> set[str]:
    return {f"11 11 11 1{digit}" for digit in "012" if f"11 11 11 1{digit}" in said}


def test_what_no_place_was_asked_about_says_so_with_the_number_of_the_municipality(
    visitor, municipality_site, question
):
    municipality_site.help_phone = "87654321"
    municipality_site.save()
    christmas(municipality_site, question, facts=["meal"])
    said = block(visitor)
    assert "Et måltid Vi ved det ikke endnu. Ring: 87 65 43 21" in said
    assert not _numbers(said)


def test_where_all_said_no_nobody_is_told_to_go_there(visitor, municipality_site, question):
    reply_on_telephone(AskedOffer.objects.get(offer__title="Aftenstuen"), "no", None)
    reply_on_telephone(AskedOffer.objects.get(offer__title="Cafeen"), "no", None)
    christmas(municipality_site, question, facts=["open"])
    said = block(visitor)
    assert "Ingen af stederne har sagt ja." in said
    assert not _numbers(said)


def test_an_answer_that_holds_no_more_is_no_answer(visitor, municipality_site, question, monkeypatch):
    christmas(municipality_site, question, facts=["open"])
    at(monkeypatch, datetime(2026, 12, 25, 0, 1))
    said = block(visitor)
    assert "Ja, til kl. 14" not in said
    assert "Vi ved det ikke endnu" in said


def test_its_page_and_the_notice_have_all_places_and_are_there_while_it_lasts(
    visitor, municipality_site, question, monkeypatch
):
    day = christmas(municipality_site, question)
    for path in (f"/lige-nu/{day.pk}/", f"/lige-nu/{day.pk}/opslag/"):
        at(monkeypatch, CHRISTMAS_EVE)
        said = visitor.get(path).content.decode()
        assert "<h2>Åbent</h2>" in said
        for told in ("Aftenstuen", "De her har ikke svaret. Ring:", "Cafeen", "søndag kl. 12"):
            assert told in said, path
        assert "Brobyggerne" not in said
        assert visitor.head(path).status_code == 200
        assert visitor.post(path).status_code == 405
        at(monkeypatch, datetime(2026, 12, 27, 12))
        assert visitor.get(path).status_code == 404


def test_what_is_withdrawn_or_hidden_is_not_shown_and_a_secret_address_never(visitor, municipality_site, question):
    christmas(municipality_site, question)
    offer = AskedOffer.objects.get(offer__title="Aftenstuen").offer
    offer.place = factories.PlaceFactory(visibility="secret", street="Skjultvej 1")
    offer.save()
    assert "Aftenstuen" in block(visitor)
    assert "Skjultvej" not in block(visitor)
    rule = PageViewRestriction.objects.create(page=offer.get_parent(), restriction_type="login")
    assert "Aftenstuen" not in block(visitor)
    rule.delete()
    offer.unpublish()
    assert "Aftenstuen" not in block(visitor)


def test_another_municipality_and_the_portal_show_none_of_it(visitor, municipality_site, question):
    day = christmas(municipality_site, question)
    assert block(visitor)
    visitor.defaults["HTTP_HOST"] = "localhost"
    assert block(visitor) == ""
    assert visitor.get(f"/lige-nu/{day.pk}/").status_code == 404


def test_hostile_words_are_words(visitor, municipality_site, question):
    christmas(municipality_site, question, kind="other", name="<script>x</script>", text="{{ x }}<img src=y>")
    page = visitor.get("/").content.decode()
    assert "&lt;script&gt;x" in page
    assert "<img src=y>" not in page


def test_english_pages_lead_with_it_too(visitor, municipality_site, question):
    christmas(municipality_site, question)
    assert "Christmas" in block(visitor, "/en/")


def test_a_page_without_a_mode_costs_no_query_more_and_one_with_it_two(
    visitor, municipality_site, question, monkeypatch
):
    def queries():
        visitor.get("/i-dag/")
        with CaptureQueriesContext(connection) as found:
            visitor.get("/i-dag/")
        return len(found)

    before = queries()
    christmas(municipality_site, question)
    at(monkeypatch, datetime(2026, 12, 20, 9))
    assert queries() == before
    at(monkeypatch, CHRISTMAS_EVE)
    assert queries() == before + 2


@pytest.mark.parametrize(
    "facts",
    [
        {"ends_at": moment(2026, 12, 23, 8)},
        {"ends_at": moment(2027, 12, 23, 8)},
        {"kind": "other"},
        {"text": "Ring til 010190-1234"},
    ],
)
def test_what_cannot_be_is_refused(municipality_site, facts):
    with pytest.raises(ValidationError):
        christmas(municipality_site, **facts).full_clean()


#: The exercise begins when the question is sent; in hours from then it is answered by links, and on the telephone.
BEGUN = datetime(2026, 12, 10, 9)
BY_LINK = {24: range(12), 24 * 6: range(12, 18)}
ON_TELEPHONE = {24 * 9: range(18, 20)}


def answered(places, hour: int) -> None:
    """What the places do in an hour of the exercise: each in turn says yes, no, yes until two."""
    visitor = Client(HTTP_HOST="vejle.localhost")
    for number in BY_LINK.get(hour, ()):
        value = ("yes", "no", "partly")[number % 3]
        assert visitor.post(link_to(places[number].title), {"value": value}).status_code == 302
    for number in ON_TELEPHONE.get(hour, ()):
        reply_on_telephone(AskedOffer.objects.get(offer=places[number]), "yes", None)


def is_right(now: datetime, told: str, ends_on: date) -> bool:
    """Whether the front page says at a moment what the places have said, and no more."""
    lasts = datetime(2026, 12, 23, 8) <= now < datetime(2026, 12, 27, 12)
    holds = now.date() <= ends_on
    seen = (bool(told), "Sted 00" in told, "Vi ved det ikke endnu" in told)
    return seen == (lasts, lasts and holds, lasts and not holds)


def places_on(page) -> tuple[list[int], list[int]]:
    """The numbers of the places that have said yes, and of those to call."""
    parts = page.content.decode().split("De her har ikke svaret. Ring:")
    has, to_call = ([number for number in range(30) if f"Sted {number:02}" in part] for part in parts)
    return has, to_call


def test_thirty_places_are_asked_and_the_front_page_is_right_at_each_hour(visitor, municipality_site, monkeypatch):
    """Answers, silence, a reminder, the telephone; the mode comes and goes."""
    places = [place(municipality_site, f"Sted {number:02}", phone=f"111111{number:02}") for number in range(30)]
    at(monkeypatch, BEGUN)
    asked = campaign(municipality_site)
    day = christmas(municipality_site, asked, facts=["open"])
    send_campaign(asked)
    said: dict[datetime, str] = {}
    for hour in range(0, 24 * 18, 3):
        now = BEGUN + timedelta(hours=hour)
        at(monkeypatch, now)
        write_when_due()
        answered(places, hour)
        said[now] = block(visitor)
    assert len(mail.outbox) == 30 + 18
    assert sum(letter.subject.startswith("Påmindelse") for letter in mail.outbox) == 18
    for now, told in said.items():
        assert is_right(now, told, asked.ends_on), now
    at(monkeypatch, CHRISTMAS_EVE)
    assert places_on(visitor.get(f"/lige-nu/{day.pk}/")) == (
        [number for number in range(18) if number % 3 != 1] + [18, 19],
        list(range(20, 30)),
    )
