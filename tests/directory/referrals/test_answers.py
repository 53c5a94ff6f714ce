"""The link of a hand-over: what its buttons do, and everything that looking, guessing, waiting and passing on does not."""

from datetime import datetime, timedelta

import pytest
from django.core import mail

from directory.models import OfferPage
from directory.referrals.keeping import delete_words
from directory.referrals.links import LINK_DAYS
from directory.referrals.models import Referral, ReferralEvent, ReferralLink
from directory.referrals.round import do_the_round
from directory.referrals.sending import withdraw_referral
from tests.directory.referrals.handing import (
    CALLED,
    LINE,
    SENT_ON,
    WISH,
    after,
    at,
    handed_over,
    letters_to,
    link_in,
    taking,
)

pytestmark = pytest.mark.django_db


def state():
    return Referral.objects.get().state


def happened():
    return list(ReferralEvent.objects.values_list("actor", "what"))


def test_the_mail_holds_a_reference_and_a_link_and_no_word_about_the_citizen(sent, offer):
    letter = letters_to(offer.email)[0]
    assert sent.reference in letter.subject
    assert link_in(letter)
    assert letter.content_subtype == "plain"
    for word in (CALLED, WISH, "61 72", "Bostøtten", offer.title):
        assert word not in letter.subject + letter.body


def test_whoever_only_looks_reads_and_changes_nothing(place, link):
    before = happened()
    for ask in (place.get, place.head, place.options):
        for more in ({}, {"what": "read"}, {"what": "no", "reason": "full"}):
            answer = ask(link, more)
            assert answer.status_code in {200, 405}
            assert WISH not in answer.content.decode()
    prefetched = place.get(link, headers={"purpose": "prefetch", "sec-purpose": "prefetch"})
    assert CALLED not in prefetched.content.decode()
    assert (state(), happened()) == ("sent", before)


def test_behind_the_button_stands_what_was_written_and_that_it_was_read_is_known(place, link):
    page = place.post(link, {"what": "read"})
    for said in (CALLED, WISH, "61 72 83 94", "Bostøtten", "Ja, det kan vi"):
        assert said in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert (state(), happened()[-1]) == ("sent", ("place", "read"))


def test_a_yes_and_later_that_it_has_begun(place, link, desk, sent):
    assert place.post(link, {"what": "yes", "line": LINE}).status_code == 302
    assert state() == "received"
    assert WISH in place.post(link, {"what": "read"}).content.decode()
    assert LINE in desk.get(f"/fagfolk/bord/{sent.reference}/").content.decode()
    place.post(link, {"what": "started"})
    assert state() == "started"
    assert WISH not in place.post(link, {"what": "read"}).content.decode()


@pytest.mark.parametrize("reason", ["not_now", "full", "other_group", "too_far", "not_reached", "other"])
def test_a_no_has_a_reason(place, link, reason):
    refused = place.post(link, {"what": "no", "line": LINE})
    assert refused.status_code == 422
    assert LINE in refused.content.decode()
    assert state() == "sent"
    place.post(link, {"what": "no", "reason": reason})
    assert (state(), Referral.objects.get().reason) == ("declined", reason)


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "withdraw"},
        {"what": "cancelled"},
        {"what": "no", "reason": "<script>"},
        {"what": "yes", "line": "010190-1234"},
        {"what": "yes", "line": "x" * 201},
        {"what": "x" * 5000},
        {"what": "started"},
        {},
    ],
)
def test_what_is_no_answer_changes_nothing(place, link, wrong):
    assert place.post(link, wrong).status_code in {200, 302, 422}
    assert state() == "sent"


def test_what_comes_after_the_end_changes_nothing_and_shows_nothing(place, link):
    place.post(link, {"what": "no", "reason": "full"})
    for late in ({"what": "yes"}, {"what": "started"}, {"what": "read"}):
        assert WISH not in place.post(link, late, follow=True).content.decode()
    assert state() == "declined"


@pytest.mark.parametrize("secret", ["x" * 43, "æ", "%00", "..%2Freferral", "1", "x" * 3000])
def test_a_guess_is_told_nothing(place, sent, secret):
    for answer in (place.get(f"/henvisning/{secret}/"), place.post(f"/henvisning/{secret}/", {"what": "read"})):
        assert answer.status_code == 404
        assert sent.reference not in answer.content.decode()


def test_a_link_is_good_for_eight_days_and_then_leads_to_a_new_one_for_the_same_address(
    place, link, offer, monkeypatch
):
    at(monkeypatch, datetime.combine(SENT_ON + timedelta(days=LINK_DAYS), datetime.max.time()))
    assert WISH in place.post(link, {"what": "read"}).content.decode()
    OfferPage.objects.filter(pk=offer.pk).update(email="ny-ejer@example.dk")
    at(monkeypatch, datetime.combine(SENT_ON + timedelta(days=LINK_DAYS + 1), datetime.min.time()))
    for late in ("read", "yes", "new-link", "new-link"):
        assert WISH not in place.post(link, {"what": late, "to": "x@example.com"}, follow=True).content.decode()
    assert state() == "sent"
    do_the_round()
    do_the_round()
    assert [letter.to for letter in mail.outbox if "nyt link" in letter.subject] == [["huset-strikkecafe@example.dk"]]
    newer = link_in(mail.outbox[-1])
    assert newer != link
    assert WISH in place.post(newer, {"what": "read"}).content.decode()


def test_a_new_link_can_be_asked_for_again_the_next_day(place, link, monkeypatch):
    for day in (10, 11):
        after(monkeypatch, day)
        place.post(link, {"what": "new-link"})
        do_the_round()
    assert len([letter for letter in mail.outbox if "nyt link" in letter.subject]) == 2


def test_taken_back_the_words_are_gone_at_once_and_the_link_says_so(place, link, sent, worker, offer):
    withdraw_referral(Referral.objects.get(), worker)
    kept = Referral.objects.get()
    assert (kept.words, kept.line, kept.companion) == ("", "", False)
    for what in ("read", "yes"):
        shown = place.post(link, {"what": what}, follow=True).content.decode()
        assert WISH not in shown
    assert "Trukket tilbage" in place.get(link).content.decode()
    assert state() == "withdrawn"
    do_the_round()
    assert [letter.subject for letter in mail.outbox] == [f"Trukket tilbage: henvisningen {sent.reference}"]
    assert mail.outbox[0].to == [offer.email]


def test_a_link_answers_for_its_own_hand_over_alone(place, link, municipality_site, worker):
    other = handed_over(taking(municipality_site, "Madklub"), worker)
    place.post(link, {"what": "yes", "referral": other.pk, "reference": other.reference})
    assert Referral.objects.get(pk=other.pk).state == "sent"


def test_what_is_forgotten_has_no_link(place, link, sent):
    delete_words(Referral.objects.get())
    assert not ReferralLink.objects.exists()
    assert place.get(link).status_code == 404


def test_a_lost_key_says_so_and_loses_no_state(place, link, desk, sent, settings):
    settings.REFERRAL_KEYS = ["YW5vdGhlci1rZXktYW5vdGhlci1rZXktYW5vdGhlcjE="]
    assert "nøglen til det er væk" in place.post(link, {"what": "read"}).content.decode()
    assert "nøglen til det er væk" in desk.get(f"/fagfolk/bord/{sent.reference}/").content.decode()
    assert place.post(link, {"what": "yes"}).status_code == 302
    assert state() == "received"


def test_the_sender_takes_back_and_tells_whether_it_began(place, link, desk, sent):
    page = f"/fagfolk/bord/{sent.reference}/"
    desk.post(page, {"what": "started"})
    assert state() == "sent"
    place.post(link, {"what": "yes"})
    desk.post(page, {"what": "cancelled"})
    assert state() == "received"
    desk.post(page, {"what": "started"})
    desk.post(page, {"what": "withdraw"})
    assert state() == "started"
    assert happened()[-1][1] == "started"
