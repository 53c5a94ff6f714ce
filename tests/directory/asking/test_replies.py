"""The link of a campaign: what it does, everything that it does not, and what people see of the answer."""

import logging
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.logs import WithoutVisitors
from directory.asking.links import secret_to_reply
from directory.asking.models import AskedOffer, PlaceReply, ReplyLink
from directory.asking.replying import reply_on_telephone
from directory.asking.round import write_letters
from directory.asking.sending import send_campaign, stop_campaign
from directory.reviewing.models import Declined
from tests.directory.asking.campaigns import SENT_ON, at, campaign, link_to, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(asked):
    write_letters(SENT_ON)
    return link_to("Strikkecafé")


def values():
    return list(PlaceReply.objects.values_list("value", flat=True))


def test_whoever_only_looks_at_a_link_has_answered_nothing(visitor, link):
    for path in (link, link + "ingen-breve/"):
        for ask in (visitor.get, visitor.head, visitor.options):
            assert ask(path).status_code in {200, 405}
        assert visitor.get(path, {"value": "yes"}).status_code == 200
    assert (values(), Declined.objects.exists(), AskedOffer.objects.get().replied_at) == ([], False, None)


def test_one_button_answers_and_everybody_sees_it_at_once(visitor, link, offer, index):
    page = visitor.get(link).content.decode()
    for said in ("Har I åbent juleaften?", "Strikkecafé", "Ja, til kl. 14", "24. december 2026"):
        assert said in page
    assert visitor.post(link, {"value": "partly"}).status_code == 302
    assert "Ja, til kl. 14" in visitor.get(link).content.decode()
    shown = visitor.get(offer.url.partition("localhost")[2] or offer.url).content.decode()
    assert "Juleaften:" in shown
    assert "Ja, til kl. 14" in shown


def test_a_link_answers_once(visitor, link):
    visitor.post(link, {"value": "yes"})
    assert visitor.post(link, {"value": "no"}).status_code == 302
    assert values() == ["yes"]
    assert "<strong>Ja</strong>" in visitor.get(link).content.decode()


def test_an_old_link_of_the_same_question_answers_no_more_once_the_reminders_did(visitor, link):
    write_letters(SENT_ON + timedelta(days=5))
    reminded = link_to("Strikkecafé")
    assert reminded != link
    visitor.post(reminded, {"value": "no"})
    visitor.post(link, {"value": "yes"})
    assert values() == ["no"]


def test_a_link_answers_for_its_own_offer_alone(visitor, municipality_site, asked, link):
    other = place(municipality_site, "Madklub")
    AskedOffer.objects.create(campaign=asked, offer=other, recipient="x@example.dk")
    visitor.post(link, {"value": "yes", "asked": other.pk, "offer": other.pk})
    assert AskedOffer.objects.get(offer=other).replied_at is None


@pytest.mark.parametrize("secret", ["x" * 43, "æ", "%00", "..%2Freply", "1", "x" * 3000])
def test_a_guess_is_told_nothing(visitor, asked, secret):
    for answer in (visitor.get(f"/spoergsmaal/{secret}/"), visitor.post(f"/spoergsmaal/{secret}/", {"value": "yes"})):
        assert answer.status_code == 404
        assert "Strikkecafé" not in answer.content.decode()
    assert values() == []


def test_after_the_last_day_or_when_it_was_stopped_a_link_says_so_and_does_nothing(visitor, asked, link, monkeypatch):
    at(monkeypatch, datetime(2026, 12, 20, 23, 59))
    assert visitor.get(link).status_code == 200
    at(monkeypatch, datetime(2026, 12, 21, 0, 0))
    assert visitor.post(link, {"value": "yes"}).status_code == 404
    assert "Linket kan ikke bruges" in visitor.get(link).content.decode()
    at(monkeypatch, datetime(2026, 12, 12, 9))
    stop_campaign(asked)
    assert visitor.post(link, {"value": "yes"}).status_code == 404
    assert values() == []


def test_the_secret_is_long_made_by_chance_kept_nowhere_and_in_no_log(visitor, link, caplog):
    caplog.set_level(logging.DEBUG)
    secret = link.split("/")[2]
    assert len(secret) >= 43
    made = {secret_to_reply(AskedOffer.objects.get()) for _time in range(20)}
    kept = str(list(ReplyLink.objects.values())) + str(list(AskedOffer.objects.values()))
    assert len(made) == 20
    assert not any(one in kept for one in {secret, *made})
    for path in (link, link + "nej/", f"/spoergsmaal/{secret[:-1]}x/"):
        page = visitor.get(path)
    page = visitor.get(link)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    for record in caplog.records:
        WithoutVisitors().filter(record)
        assert secret[:20] not in record.getMessage()


@pytest.mark.parametrize("sent", [{}, {"value": ""}, {"value": "maybe"}, {"value": "<script>"}, {"value": "y" * 9000}])
def test_what_is_no_answer_is_sent_back(visitor, link, sent):
    assert visitor.post(link, sent).status_code == 422
    assert values() == []


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("date", "2027-01-04", ["4. januar", "2027-13-01", "", "9" * 400]),
        ("number", "12", ["-1", "1000001", "to", "", "9" * 400]),
        ("text", "Vi har <b>åbent</b>", ["", "Ring til 010190-1234", "x" * 201]),
    ],
)
def test_a_day_a_number_and_a_short_text_are_answers_too(visitor, municipality_site, offer, kind, right, wrong, index):
    send_campaign(campaign(municipality_site, reply_kind=kind, fact="", shown_as="Hvornår og hvor mange"))
    write_letters(SENT_ON)
    link = link_to("Strikkecafé")
    for value in wrong:
        assert visitor.post(link, {"value": value}).status_code == 422, value
    assert values() == []
    visitor.post(link, {"value": right})
    assert values() == [right]
    assert "<b>åbent" not in visitor.get(link).content.decode()
    # Words of a place are for editors alone.
    is_shown = "Hvornår og hvor mange" in visitor.get(offer.url.partition("localhost")[2] or offer.url).content.decode()
    assert is_shown is (kind != "text")


def test_an_answer_ends_on_its_day(visitor, link, offer, index, monkeypatch):
    visitor.post(link, {"value": "yes"})

    def is_told(moment):
        at(monkeypatch, moment)
        return "Juleaften:" in visitor.get(offer.url.partition("localhost")[2] or offer.url).content.decode()

    assert is_told(datetime(2026, 12, 24, 23, 59))
    assert not is_told(datetime(2026, 12, 25, 0, 0))


def test_what_an_editor_hears_on_the_telephone_counts_from_then_on_and_the_trace_stays(asked, offer, link, visitor):
    visitor.post(link, {"value": "yes"})
    reply_on_telephone(AskedOffer.objects.get(), "no", None)
    assert [(row.value, row.by_telephone) for row in PlaceReply.objects.all()] == [("yes", False), ("no", True)]
    assert "Nej" in visitor.get(link).content.decode()


def test_no_more_letters_to_an_address(visitor, link, offer):
    visitor.post(link + "ingen-breve/")
    assert Declined.objects.get().recipient == offer.email


def test_the_page_of_an_offer_asks_no_more_because_of_answers(visitor, asked, link, offer, index):
    path = offer.url.partition("localhost")[2] or offer.url

    def queries():
        visitor.get(path)
        with CaptureQueriesContext(connection) as found:
            visitor.get(path)
        return len(found)

    before = queries()
    visitor.post(link, {"value": "yes"})
    assert queries() == before


@pytest.mark.parametrize(
    "facts",
    [
        {"answer_no": ""},
        {"reply_kind": "number"},
        {"remind_on": SENT_ON + timedelta(days=11)},
        {"ends_on": SENT_ON},
        {"question": "Er 010190-1234 hos jer?"},
    ],
)
def test_a_question_that_cannot_be_is_refused(municipality_site, facts):
    with pytest.raises(ValidationError):
        campaign(municipality_site, **facts).full_clean()
