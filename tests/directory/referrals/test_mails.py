"""The mails of a hand-over: which comes when, to whom, and that each goes out once."""

from datetime import datetime
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from directory import duties
from directory.referrals import round as rounds
from directory.referrals.models import Referral, ReferralLink, ReferralMail
from directory.referrals.round import do_the_round, mails_of_referrals, write_about_referrals
from directory.referrals.sending import tell_whether_it_began, withdraw_referral
from tests.directory.referrals.handing import SENT_ON, after, at, handed_over, letters_to

pytestmark = pytest.mark.django_db


def subjects(letters):
    return [letter.subject.partition(":")[0] for letter in letters]


def test_unanswered_the_place_is_reminded_twice_and_both_are_told_the_end(sent, offer, worker, monkeypatch):
    days: dict[int, list[str]] = {0: subjects(mail.outbox)}
    for number in range(1, 60):
        before = len(mail.outbox)
        after(monkeypatch, number)
        if mail.outbox[before:]:
            days[number] = subjects(mail.outbox[before:])
    # Five working days are a week, fifteen are three.
    assert days == {
        0: ["En henvisning til jer", "Sendt"],
        7: ["Påmindelse"],
        21: ["Sidste påmindelse"],
        30: ["Slut", "Slut"],
    }
    referral = Referral.objects.get()
    assert (referral.state, referral.words) == ("cancelled", "")
    assert subjects(letters_to(worker.email)) == ["Sendt", "Slut"]
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == len(mail.outbox)


def test_the_sender_is_told_the_timetable_and_where_to_look(sent, worker):
    letter = letters_to(worker.email)[0]
    for said in ("5 og efter 15 arbejdsdage", "30 dage", "seks uger", f"/fagfolk/bord/{sent.reference}/"):
        assert said in letter.body


def test_after_a_yes_nobody_is_reminded_and_the_sender_is_asked_after_six_weeks(place, link, worker, monkeypatch):
    place.post(link, {"what": "yes"})
    do_the_round()
    told = {}
    for number in range(1, 80):
        before = len(mail.outbox)
        after(monkeypatch, number)
        if mail.outbox[before:]:
            told[number] = [(letter.to, letter.subject.partition(" Din")[0]) for letter in mail.outbox[before:]]
    assert told == {42: [([worker.email], "Gik det i gang?")]}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([{"what": "yes"}], ["Ja"]),
        ([{"what": "no", "reason": "full"}], ["Nej"]),
        ([{"what": "yes"}, {"what": "started"}], ["Det er i gang"]),
        ([{"what": "yes"}, {"what": "not_started", "reason": "not_reached"}], ["Det gik ikke i gang"]),
    ],
)
def test_the_sender_is_told_once_of_what_the_place_answers(place, link, worker, answers, said):
    for answer in answers:
        place.post(link, answer)
    for _turn in range(3):
        do_the_round()
    assert subjects(letters_to(worker.email)) == said
    assert subjects(mail.outbox) == said


def test_what_the_sender_does_is_not_told_to_the_sender(place, link, worker):
    place.post(link, {"what": "yes"})
    do_the_round()
    tell_whether_it_began(Referral.objects.get(), worker, began=True)
    do_the_round()
    assert subjects(mail.outbox) == ["Ja"]


def test_a_place_that_has_not_heard_of_it_is_not_told_that_it_was_taken_back(offer, worker):
    withdraw_referral(handed_over(offer, worker), worker)
    do_the_round()
    assert mail.outbox == []


def test_in_the_night_nobody_is_reminded_but_a_new_hand_over_is_told_at_once(offer, worker, monkeypatch):
    at(monkeypatch, datetime(2026, 9, 1, 23))
    handed_over(offer, worker)
    do_the_round()
    assert len(mail.outbox) == 2
    for hour, reminded in ((3, 0), (7, 0), (22, 0), (8, 1), (9, 1)):
        after(monkeypatch, 7, hour)
        assert len(mail.outbox) == 2 + reminded


def test_who_was_not_reminded_while_no_worker_ran_gets_the_latest_reminder_alone(sent, offer, monkeypatch):
    for number in (25, 26, 27):
        after(monkeypatch, number)
    assert subjects(letters_to(offer.email)) == ["En henvisning til jer", "Sidste påmindelse"]


def test_an_address_that_takes_no_mail_is_told_to_the_sender_and_not_reminded(offer, worker, monkeypatch):
    send = EmailBackend.send_messages

    def picky(self, messages):
        if messages[0].to == [offer.email]:
            raise SMTPRecipientsRefused({})
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", picky)
    handed_over(offer, worker)
    for number in range(35):
        after(monkeypatch, number)
    assert subjects(mail.outbox) == ["Sendt", "Ikke leveret", "Slut"]
    assert ReferralMail.objects.exclude(refused="").count() == 1


def test_a_server_that_is_away_costs_nobody_the_mail(offer, worker, monkeypatch):
    def away(self, messages):
        raise SMTPServerDisconnected

    handed_over(offer, worker)
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", away)
        with pytest.raises(SMTPServerDisconnected):
            write_about_referrals(SENT_ON)
    assert (ReferralMail.objects.count(), ReferralLink.objects.count()) == (0, 0)
    assert write_about_referrals(SENT_ON) == 2


def test_two_workers_at_once_write_one_mail(offer, worker):
    """The second has seen the same mails as due, and comes when the first has sent them."""
    handed_over(offer, worker)
    seen = list(mails_of_referrals(SENT_ON))
    assert write_about_referrals(SENT_ON) == 2
    assert [rounds._send(due, SENT_ON) for due in seen] == [False, False]
    assert len(mail.outbox) == 2


def test_the_third_unanswered_tells_the_place_that_its_form_is_gone(offer, worker, monkeypatch):
    for number in range(3):
        handed_over(offer, worker, wish=f"Ønske {number}")
    for number in (0, 30):
        after(monkeypatch, number)
    ended = [letter for letter in letters_to(offer.email) if letter.subject.startswith("Slut")]
    assert len(ended) == 3
    assert all("Tre henvisninger" in letter.body for letter in ended)


def test_a_sender_whose_account_is_closed_is_told_nothing_and_the_place_is_answered_for(sent, worker, monkeypatch):
    type(worker).objects.filter(pk=worker.pk).update(is_active=False)
    after(monkeypatch, 30)
    assert subjects(letters_to(worker.email)) == ["Sendt"]
    worker.delete()
    after(monkeypatch, 31)
    assert Referral.objects.get().sender is None


def test_when_its_offer_is_deleted_a_hand_over_ends_and_both_are_told(sent, offer, worker, monkeypatch):
    offer.delete()
    do_the_round()
    referral = Referral.objects.get()
    assert (referral.state, referral.words) == ("cancelled", "")
    assert subjects(letters_to(worker.email)) == ["Sendt", "Slut"]
    assert subjects(letters_to(offer.email))[-1] == "Slut"
    # The address is kept for as long as it takes to tell.
    after(monkeypatch, 1)
    assert Referral.objects.get().recipient == ""


def test_the_worker_does_it_among_its_duties():
    assert "hand-overs" in {duty.name for duty in duties.DUTIES}
