"""The form by which a wish is handed over: who meets it, what it refuses, what it keeps, and when it is not there."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from directory.answers import State
from directory.referrals.models import Referral, ReferralEvent
from directory.referrals.moving import move
from directory.referrals.states import Actor, ReferralState
from tests import factories
from tests.directory.referrals.handing import FORM, SENT_ON, WISH, handed_over, support_worker, taking

pytestmark = pytest.mark.django_db


def form_of(offer) -> str:
    return f"/henvis/{offer.pk}/"


def page_of(offer):
    return Client(HTTP_HOST="vejle.localhost").get(offer.url.partition("localhost")[2] or offer.url)


def test_everybody_sees_the_way_to_the_form_and_only_staff_come_in(offer, desk, place):
    page = page_of(offer)
    assert f'href="{form_of(offer)}"' in page.content.decode()
    assert not page.cookies
    away = place.get(form_of(offer))
    assert away.status_code == 302
    assert away.url.startswith("/konto/log-ind/?next=/henvis/")
    assert desk.get(form_of(offer)).status_code == 200


def test_an_offer_that_takes_none_has_neither_way_nor_form(municipality_site, desk):
    offer = taking(municipality_site, "Uden", takes_referrals=False)
    assert "/henvis/" not in page_of(offer).content.decode()
    assert desk.get(form_of(offer)).status_code == 404


def test_what_is_sent_is_kept_sealed_and_leads_to_its_own_page(offer, desk, worker):
    answer = desk.post(form_of(offer), FORM)
    referral = Referral.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/fagfolk/bord/{referral.reference}/")
    assert (referral.sender, referral.offer.pk, referral.recipient) == (worker, offer.pk, offer.email)
    assert (referral.state, referral.companion, referral.municipality.slug) == ("sent", False, "vejle")
    assert WISH not in referral.words
    page = desk.get(answer.url)
    assert WISH in page.content.decode()
    assert "får en påmindelse tirsdag den 8. september 2026" in " ".join(page.content.decode().split())
    assert page.headers["Cache-Control"] == "no-store"
    assert list(ReferralEvent.objects.values_list("actor", "what", "account")) == [
        ("worker", "sent", worker.pk),
        ("worker", "read", worker.pk),
    ]


def test_without_the_citizens_yes_nothing_is_sent(offer, desk):
    answer = desk.post(form_of(offer), {name: told for name, told in FORM.items() if name != "agreed"})
    assert answer.status_code == 422
    assert WISH in answer.content.decode()
    assert not Referral.objects.exists()


@pytest.mark.parametrize("field", ["called", "reach", "wish", "contact"])
def test_a_cpr_number_is_refused_and_the_text_stays_in_the_form(offer, desk, field):
    told = "Ring 010190-1234 i morgen"
    answer = desk.post(form_of(offer), FORM | {field: told})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Referral.objects.exists()


@pytest.mark.parametrize("wrong", [{"wish": "å" * 501}, {"called": "x" * 61}, {"wish": ""}, {"called": " "}])
def test_what_is_missing_or_too_long_is_refused(offer, desk, wrong):
    assert desk.post(form_of(offer), FORM | wrong).status_code == 422
    assert not Referral.objects.exists()


def test_fields_that_the_form_does_not_have_change_nothing(offer, desk, worker, municipality_site):
    other = taking(municipality_site, "Madklub")
    more = {"offer": other.pk, "sender": 1, "recipient": "x@example.com", "state": "started", "reference": "aaaa-aaaa"}
    desk.post(form_of(offer), FORM | more)
    referral = Referral.objects.get()
    assert (referral.offer.pk, referral.sender, referral.recipient) == (offer.pk, worker, offer.email)
    assert (referral.state, referral.reference != "aaaa-aaaa") == ("sent", True)


def test_a_form_from_elsewhere_is_refused(offer, worker):
    browser = Client(HTTP_HOST="vejle.localhost", enforce_csrf_checks=True)
    browser.force_login(worker)
    assert browser.post(form_of(offer), FORM).status_code == 403
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"state": State.FULL}, "Der er fyldt op lige nu."),
        ({"free_places": 0, "capacity_on": SENT_ON}, "Der er fyldt op lige nu."),
        ({"state": State.CLOSED, "state_note": "Lukket i uge 40"}, "Lukket i uge 40"),
    ],
)
def test_who_hands_over_to_what_is_full_or_closed_is_warned_before(municipality_site, desk, facts, said):
    offer = taking(municipality_site, "Fyldt", **facts)
    assert said in desk.get(form_of(offer)).content.decode()
    assert desk.post(form_of(offer), FORM).status_code == 302


def test_a_worker_of_another_municipality_has_no_form_and_one_of_the_whole_country_has(offer):
    randers = factories.MunicipalityFactory(title="Randers", slug="randers")
    for user, status in ((support_worker("randers", randers), 404), (support_worker("landet"), 200)):
        browser = Client(HTTP_HOST="vejle.localhost")
        browser.force_login(user)
        assert browser.get(form_of(offer)).status_code == status


def test_who_is_signed_in_without_the_right_is_refused_everywhere(offer, sent):
    browser = Client(HTTP_HOST="vejle.localhost")
    browser.force_login(get_user_model().objects.create_user("laeser"))
    for path in (form_of(offer), f"/fagfolk/bord/{sent.reference}/"):
        assert browser.get(path).status_code == 403
        assert browser.post(path, FORM).status_code == 403


def test_nobody_but_the_sender_sees_a_hand_over(sent, municipality_site):
    colleague = support_worker("kollega", municipality_site)
    boss = get_user_model().objects.create_superuser("chef", "chef@example.dk")
    for user in (colleague, boss):
        browser = Client(HTTP_HOST="vejle.localhost")
        browser.force_login(user)
        assert browser.get(f"/fagfolk/bord/{sent.reference}/").status_code == 404
        assert browser.post(f"/fagfolk/bord/{sent.reference}/", {"what": "withdraw"}).status_code == 404
    assert Referral.objects.get().state == "sent"


def test_a_sender_who_was_taken_out_of_the_group_sees_it_no_more(sent, worker, desk):
    worker.groups.clear()
    assert desk.get(f"/fagfolk/bord/{sent.reference}/").status_code == 403


def test_who_has_no_mail_address_cannot_be_told_the_answer_and_hands_over_nothing(offer, worker, desk):
    type(worker).objects.update(email="")
    assert "ingen mailadresse" in desk.get(form_of(offer)).content.decode()
    desk.post(form_of(offer), FORM)
    assert not Referral.objects.exists()


def test_a_demonstration_of_a_real_place_and_a_site_without_keys_have_no_form(municipality_site, offer, desk, settings):
    unasked = taking(municipality_site, "Uspurgt", demonstration="unconfirmed")
    assert desk.get(form_of(unasked)).status_code == 404
    settings.REFERRAL_KEYS = []
    assert desk.get(form_of(offer)).status_code == 404


def test_a_listing_that_nobody_confirmed_for_ninety_days_says_to_call(municipality_site, desk):
    for days, is_there in ((90, True), (91, False)):
        offer = taking(municipality_site, f"Sted {days}", verified_on=SENT_ON - timedelta(days=days))
        assert ("/henvis/" in page_of(offer).content.decode()) is is_there
        assert ("Ring i stedet" in page_of(offer).content.decode()) is not is_there
        desk.post(form_of(offer), FORM)
    assert Referral.objects.count() == 1


def unanswered(offer, worker, count):
    for _number in range(count):
        move(handed_over(offer, worker), ReferralState.CANCELLED, Actor.CLOCK)


def test_three_unanswered_shut_the_form_until_the_place_answers_one(municipality_site, worker, desk):
    offer = taking(municipality_site, "Tavs", verified_on=SENT_ON - timedelta(days=40))
    waiting = handed_over(offer, worker)
    unanswered(offer, worker, 2)
    assert "/henvis/" in page_of(offer).content.decode()
    unanswered(offer, worker, 1)
    assert "Ring i stedet" in page_of(offer).content.decode()
    desk.post(form_of(offer), FORM)
    assert Referral.objects.count() == 4
    move(waiting, ReferralState.RECEIVED, Actor.PLACE)
    assert "/henvis/" in page_of(offer).content.decode()


def test_confirming_the_listing_opens_a_shut_form_too(municipality_site, worker):
    offer = taking(municipality_site, "Tavs", verified_on=SENT_ON - timedelta(days=40))
    unanswered(offer, worker, 3)
    type(offer).objects.filter(pk=offer.pk).update(verified_on=SENT_ON)
    assert "/henvis/" in page_of(offer).content.decode()
