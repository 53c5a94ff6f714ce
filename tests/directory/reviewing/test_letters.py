"""Letters to the places: who gets one, what it says, and that it is sent once whoever is stopped in between."""

import random
import re
from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command

from directory import duties
from directory.models import OfferPage
from directory.reviewing import round as rounds
from directory.reviewing.models import Declined, Letter, Question
from directory.reviewing.round import ask
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def days(number):
    return TODAY + timedelta(days=number)


def test_the_letter_says_who_asks_why_what_stands_there_and_how_to_answer(offer):
    assert ask(TODAY) == 1
    letter = mail.outbox[0]
    assert letter.to == ["huset@example.dk"]
    assert letter.reply_to == ["vejviser@vejle.example.dk"]
    assert letter.subject == "Passer det stadig, det vi skriver om Strikkecafé?"
    for said in ("Vejle Kommune", "Strikkecafé", "12345678", "Torsdag", "adgangskode"):
        assert said in letter.body
    links = re.findall(r"http://vejle\.localhost/svar/([\w-]{43})/([\w-]+)/", letter.body)
    assert [what for _secret, what in links] == ["passer", "ret", "findes-ikke", "ingen-breve"]
    assert len({secret for secret, _what in links}) == 1
    assert letter.content_subtype == "plain"
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_nobody_is_asked_before_somebody_has_said_so(offer, plan):
    plan.is_on = False
    plan.save()
    assert ask(TODAY) == 0
    assert mail.outbox == []


@pytest.mark.parametrize(
    "facts", [{"live": False}, {"demonstration": "unconfirmed"}, {"demonstration": "made_up"}, {"verified_on": TODAY}]
)
def test_what_is_no_real_listing_or_was_just_checked_is_not_asked_about(offer, facts):
    OfferPage.objects.update(**facts)
    assert ask(TODAY) == 0


def test_an_offer_of_another_municipality_is_not_asked_about(offer):
    factories.OfferFactory(email="andre@example.dk")
    assert ask(TODAY) == 1
    assert mail.outbox[0].to == ["huset@example.dk"]


def test_two_offers_of_one_place_make_one_letter(offer, house):
    factories.OfferFactory(title="Madklub", parent=type(house).objects.get(pk=house.pk))
    assert ask(TODAY) == 1
    assert "Strikkecafé" in mail.outbox[0].body
    assert "Madklub" in mail.outbox[0].body
    assert Question.objects.count() == 2


def test_reminders_come_after_14_and_28_days_and_then_no_more(offer):
    sent = [number for number in range(400) if ask(days(number))]
    assert sent == [0, 14, 28]
    assert [letter.subject.startswith("Påmindelse: ") for letter in mail.outbox] == [False, True, True]
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == 3


def test_when_somebody_has_checked_it_the_reminders_stop_and_the_next_question_waits(offer):
    ask(TODAY)
    OfferPage.objects.update(verified_on=days(3))
    assert [number for number in range(1, 200) if ask(days(number))] == [185, 199]
    assert Question.objects.filter(closed_on=days(1)).count() == 1


def test_asking_twice_on_a_day_writes_once(offer):
    assert [ask(TODAY), ask(TODAY)] == [1, 0]
    assert len(mail.outbox) == 1


def test_who_wants_no_letters_gets_none(offer):
    Declined.objects.create(recipient="Huset@example.dk")
    assert ask(TODAY) == 0


class Stopped(BaseException):
    """The worker is killed: nothing catches this."""


def test_a_worker_that_is_killed_at_random_has_written_every_letter_once(plan, house, monkeypatch):
    for number in range(12):
        factories.OfferFactory(
            title=f"Tilbud {number}", email=f"sted{number % 8}@example.dk", parent=type(house).objects.get(pk=house.pk)
        )
    chance = random.Random(7)

    def maybe(work):
        def done(*args, **kwargs):
            if chance.random() < 0.3:
                raise Stopped
            return work(*args, **kwargs)

        return done

    monkeypatch.setattr(EmailBackend, "send_messages", maybe(EmailBackend.send_messages))
    monkeypatch.setattr(Question, "save", maybe(Question.save))
    for number in (0, 14, 28):
        finished = False
        while not finished:
            try:
                ask(days(number))
                finished = True
            except Stopped:
                continue
    told = sorted((letter.to[0], letter.subject.startswith("Påmindelse")) for letter in mail.outbox)
    assert told == sorted((f"sted{n}@example.dk", again) for n in range(8) for again in (False, True, True))


def test_two_workers_at_once_write_one_letter(offer):
    Letter.objects.create(recipient="huset@example.dk", written_on=TODAY)
    assert ask(TODAY) == 0
    assert mail.outbox == []


def test_a_server_that_is_away_costs_nobody_the_letter(offer, monkeypatch):
    def away(self, messages):
        raise SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", away)
        with pytest.raises(SMTPServerDisconnected):
            ask(TODAY)
    assert not Letter.objects.exists()
    assert ask(TODAY) == 1


def test_an_address_that_takes_no_mail_is_remembered_and_holds_up_nobody(offer, house, monkeypatch):
    factories.OfferFactory(title="Madklub", email="andre@example.dk", parent=type(house).objects.get(pk=house.pk))
    send = EmailBackend.send_messages

    def picky(self, messages):
        if messages[0].to == ["huset@example.dk"]:
            raise SMTPRecipientsRefused({})
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", picky)
    assert ask(TODAY) == 1
    assert Letter.objects.exclude(refused="").get().recipient == "huset@example.dk"
    assert ask(TODAY) == 0


def test_a_letter_is_not_written_in_the_night(offer, monkeypatch):
    monkeypatch.setattr(rounds, "FIRST_HOUR", 24)
    rounds.ask_when_due()
    assert mail.outbox == []
    monkeypatch.setattr(rounds, "FIRST_HOUR", 0)
    rounds.ask_when_due()
    assert len(mail.outbox) == 1


def test_the_worker_does_it_among_its_duties():
    assert "review" in [duty.name for duty in duties.DUTIES]


def test_what_would_be_sent_can_be_read_before_and_sends_nothing(offer, capsys):
    call_command("review_letters")
    said = capsys.readouterr().out
    assert "To: huset@example.dk" in said
    assert "Strikkecafé" in said
    assert "Letters due: 1" in said
    assert (mail.outbox, Letter.objects.count(), Question.objects.count()) == ([], 0, 0)


def test_a_round_takes_few_queries_when_nothing_is_due(offer, house, django_assert_max_num_queries):
    OfferPage.objects.update(verified_on=TODAY)
    with django_assert_max_num_queries(12):
        ask(TODAY)


def test_a_title_of_two_lines_does_not_break_the_head_of_the_mail(offer):
    OfferPage.objects.update(title="To\nlinjer")
    assert ask(TODAY) == 1
    assert "\n" not in mail.outbox[0].subject
