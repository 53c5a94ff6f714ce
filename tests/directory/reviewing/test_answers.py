"""The links of a letter: what each does, and everything that they do not."""

import logging
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cms.logs import WithoutVisitors
from directory.models import OfferPage
from directory.reviewing.links import VALID_DAYS, new_secret
from directory.reviewing.models import AnswerLink, Declined, Proposal, Question
from directory.reviewing.round import ask
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def links(offer):
    """The paths of the letter's links, by what they are for."""
    ask(timezone.localdate())
    found = re.findall(r"http://vejle\.localhost(/svar/[\w-]+/([\w-]+)/)", mail.outbox[0].body)
    return {what: path for path, what in found}


@pytest.fixture
def place(client):
    """A browser on the municipality's site, which asks whether forms come from there."""
    client.defaults["HTTP_HOST"] = "vejle.localhost"
    client.handler.enforce_csrf_checks = True
    return client


def told(offer):
    offer.refresh_from_db()
    return offer.verified_on, offer.verified_by, offer.live


@pytest.mark.parametrize("what", ["passer", "ret", "findes-ikke", "ingen-breve"])
def test_whoever_only_looks_at_a_link_has_answered_nothing(place, offer, links, what):
    before = told(offer)
    for ask_for in (place.get, place.head, place.options):
        assert ask_for(links[what]).status_code in {200, 405}
    assert told(offer) == before
    assert (Question.objects.get().closed_on, Declined.objects.exists(), Proposal.objects.exists()) == (
        None,
        False,
        False,
    )


def test_all_is_right_by_one_button_and_everybody_sees_when(place, offer, links):
    page = place.get(links["passer"])
    assert "Strikkecafé" in page.content.decode()
    assert "12345678" in page.content.decode()
    assert place.post(links["passer"]).status_code == 302
    assert told(offer) == (timezone.localdate(), "place", True)
    assert "Alt passer" in place.get(links["passer"]).content.decode()


def test_what_does_not_exist_any_more_is_not_withdrawn_before_an_editor_has_looked(place, offer, links):
    place.post(links["findes-ikke"])
    assert told(offer) == (None, "", True)
    assert Question.objects.get().answer == "gone"


@pytest.mark.parametrize("again", ["passer", "findes-ikke", "ret"])
def test_a_question_is_answered_once(place, offer, links, again):
    place.post(links["passer"])
    day = Question.objects.get().answered_on
    page = place.post(links[again], {"teaser": "Kapret", "note": "Noget andet"})
    assert "Alt passer" in place.get(links[again]).content.decode()
    assert page.status_code == 200
    question = Question.objects.get()
    assert (question.answer, question.answered_on, Proposal.objects.count()) == ("right", day, 0)


def test_a_link_answers_its_own_question_alone(place, offer, links, house):
    other = factories.OfferFactory(title="Madklub", parent=type(house).objects.get(pk=house.pk))
    place.post(links["passer"])
    assert OfferPage.objects.get(pk=other.pk).verified_on is None


@pytest.mark.parametrize("secret", ["x" * 43, "", "æ", "%00", "../passer", "1", "x" * 3000])
def test_a_guess_is_told_nothing(place, offer, links, secret):
    page = place.get(f"/svar/{secret}/passer/")
    assert page.status_code == 404
    assert "Strikkecafé" not in page.content.decode()


def test_a_link_that_is_too_old_says_so_and_does_nothing(place, offer, links):
    AnswerLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert place.post(links["passer"]).status_code == 404
    assert "Linket kan ikke bruges" in place.get(links["passer"]).content.decode()
    assert told(offer)[0] is None


def test_the_secret_is_long_made_by_chance_and_kept_nowhere(offer, links):
    question = Question.objects.get()
    made = {new_secret(question, timezone.localdate()) for _time in range(20)}
    assert len(made) == 20
    assert min(map(len, made)) >= 43
    kept = str(list(AnswerLink.objects.values())) + str(list(Question.objects.values()))
    assert not any(secret in kept for secret in made)
    last = AnswerLink.objects.latest("pk").expires_on
    assert (last - timezone.localdate()).days == VALID_DAYS


def test_the_secret_stands_in_no_log_and_is_told_to_nobody_else(place, offer, links, caplog):
    caplog.set_level(logging.DEBUG)
    secret = links["passer"].split("/")[2]
    for path in (
        links["passer"],
        links["passer"] + "nej/",
        f"/svar/{secret}/noget-andet/",
        f"/svar/{secret[:-1]}x/passer/",
    ):
        page = place.get(path)
    page = place.get(links["passer"])
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    for record in caplog.records:
        WithoutVisitors().filter(record)
        assert secret[:20] not in record.getMessage()


def test_a_draft_of_an_editor_is_neither_published_nor_lost(place, offer, links):
    offer = offer.specific
    offer.teaser = "Ikke klar"
    offer.save_revision()
    place.post(links["passer"])
    row = OfferPage.objects.get(pk=offer.pk)
    assert (row.verified_on, row.teaser, row.has_unpublished_changes) == (
        timezone.localdate(),
        "Et sted at være.",
        True,
    )
    draft = row.get_latest_revision_as_object()
    assert (draft.teaser, draft.verified_on) == ("Ikke klar", timezone.localdate())


def test_no_more_letters_to_an_address(place, offer, links):
    place.post(links["ingen-breve"])
    assert Declined.objects.get().recipient == "huset@example.dk"
    assert ask(timezone.localdate() + timedelta(days=14)) == 0


def test_what_a_place_changes_waits_for_an_editor_with_what_stood_there(place, offer, links):
    page = place.get(links["ret"])
    assert 'value="12345678"' in page.content.decode()
    sent = {"teaser": "Vi strikker sammen.", "phone": "87654321", "schedule_text": "Torsdag", "note": "Vi er flyttet."}
    assert place.post(links["ret"], sent).status_code == 302
    proposal = Proposal.objects.get()
    assert proposal.changes == {
        "teaser": ["Et sted at være.", "Vi strikker sammen."],
        "phone": ["12345678", "87654321"],
    }
    assert proposal.note == "Vi er flyttet."
    assert OfferPage.objects.get(pk=offer.pk).phone == "12345678"
    assert "En redaktør ser på det" in place.get(links["ret"]).content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"phone": "12 34 56"},
        {"note": "Ring til 010190-1234"},
        {"teaser": ""},
        {"teaser": "x" * 121},
        {"website": "javascript:alert(1)"},
        {"email": "ingen"},
        {},
        {"note": "x" * 3000},
    ],
)
def test_what_cannot_be_right_is_sent_back_with_the_text_kept(place, offer, links, sent):
    as_it_is = {"teaser": "Et sted at være.", "phone": "12345678", "schedule_text": "Torsdag"}
    page = place.post(links["ret"], as_it_is | sent)
    assert page.status_code == 422
    assert not Proposal.objects.exists()
    assert Question.objects.get().closed_on is None


def test_markup_of_a_place_is_text(place, offer, links):
    place.post(links["ret"], {"teaser": "<script>alert(1)</script>", "phone": "12345678", "schedule_text": "<b>Nu</b>"})
    assert Proposal.objects.get().changes["teaser"][1] == "<script>alert(1)</script>"
    assert "<script>alert" not in place.get(links["ret"]).content.decode()
