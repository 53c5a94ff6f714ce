"""What else happens to a hand-over: two clicks, a listing that is merged, servers that refuse, and answers while mails go out."""

from smtplib import SMTPDataError, SMTPRecipientsRefused

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from directory.duplicates.merging import merge
from directory.models import Closure
from directory.referrals import round as rounds
from directory.referrals import sending
from directory.referrals.models import Referral, ReferralMail
from directory.referrals.openness import has_left_too_many_unanswered
from directory.referrals.round import do_the_round, mails_of_referrals, write_about_referrals
from directory.referrals.sending import withdraw_referral
from tests.directory.referrals.handing import FORM, SENT_ON, WISH, after, handed_over, letters_to, taking

pytestmark = pytest.mark.django_db


def refusing(monkeypatch, address, error):
    """Let the server refuse the letters to one address."""
    send = EmailBackend.send_messages

    def picky(self, messages):
        if messages[0].to == [address]:
            raise error
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", picky)


def test_staff_can_send_the_forms_of_pages_that_tell_other_sites_nothing(offer, desk):
    """Told `no-referrer`, a browser says "Origin: null" of a page's own form, and the token check refuses it."""
    for path in (f"/henvis/{offer.pk}/", "/fagfolk/bord/"):
        assert desk.get(path).headers["Referrer-Policy"] == "same-origin"


def test_two_clicks_are_one_hand_over(offer, desk):
    first, second = (desk.post(f"/henvis/{offer.pk}/", FORM) for _click in range(2))
    assert first.url == second.url
    assert Referral.objects.count() == 1
    desk.post(f"/henvis/{offer.pk}/", FORM | {"wish": "Noget andet"})
    assert Referral.objects.count() == 2


def test_nobody_hands_over_without_end_and_what_was_written_is_still_there(offer, desk, monkeypatch):
    monkeypatch.setattr(sending, "MAX_A_DAY", 1)
    desk.post(f"/henvis/{offer.pk}/", FORM | {"wish": "Den første"})
    answer = desk.post(f"/henvis/{offer.pk}/", FORM)
    assert answer.status_code == 422
    assert "mange henvisninger i dag" in answer.content.decode()
    assert WISH in answer.content.decode()
    assert Referral.objects.count() == 1


def test_a_hand_over_follows_its_listing_into_another_one(municipality_site, offer, sent, link, place):
    stays = taking(municipality_site, "Strikkestuen")
    merge(stays, offer, {}, get_user_model().objects.create_superuser("operator"))
    do_the_round()
    sent.refresh_from_db()
    assert (sent.offer.pk, sent.state) == (stays.pk, "sent")
    assert place.get(link).status_code == 200


@pytest.mark.parametrize("error", [SMTPDataError(554, b"policy"), SMTPRecipientsRefused({"a": (550, b"unknown")})])
def test_a_letter_that_is_refused_for_good_costs_itself_alone(municipality_site, offer, worker, monkeypatch, error):
    other = taking(municipality_site, "Systuen")
    refusing(monkeypatch, offer.email, error)
    handed_over(offer, worker)
    handed_over(other, worker)
    write_about_referrals(SENT_ON)
    assert len(letters_to(other.email)) == 1
    assert ReferralMail.objects.exclude(refused="").count() == 1


@pytest.mark.parametrize("error", [SMTPDataError(451, b"later"), SMTPRecipientsRefused({"a": (450, b"greylisted")})])
def test_a_server_that_says_later_is_asked_again(offer, worker, monkeypatch, error):
    handed_over(offer, worker)
    with monkeypatch.context() as patch:
        refusing(patch, offer.email, error)
        write_about_referrals(SENT_ON)
    assert letters_to(offer.email) == []
    write_about_referrals(SENT_ON)
    assert len(letters_to(offer.email)) == 1


def test_what_was_taken_back_while_other_mails_went_out_is_not_written_about(offer, worker):
    referral = handed_over(offer, worker)
    seen = list(mails_of_referrals(SENT_ON))
    withdraw_referral(referral, worker)
    assert [rounds._send(due, SENT_ON) for due in seen] == [False] * len(seen)
    assert mail.outbox == []


def test_a_place_whose_address_took_no_mail_has_left_nothing_unanswered(offer, worker, monkeypatch):
    refusing(monkeypatch, offer.email, SMTPRecipientsRefused({}))
    for number in range(3):
        handed_over(offer, worker, wish=f"Ønske {number}")
    for day in (0, 30):
        after(monkeypatch, day)
    assert set(Referral.objects.values_list("state", flat=True)) == {"cancelled"}
    assert not has_left_too_many_unanswered(offer)


def test_a_place_that_is_closed_on_these_days_is_said_to_be(offer, desk):
    Closure.objects.create(offer=offer, first_day=SENT_ON, last_day=SENT_ON)
    assert "lukket" in desk.get(f"/henvis/{offer.pk}/").content.decode()
