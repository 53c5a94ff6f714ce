"""The mails of a campaign: who gets one, what it says, and that each is sent once whoever is stopped in between."""

import random
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from directory import duties
from directory.asking import round as rounds
from directory.asking.keeping import ADDRESSES_KEPT_FOR, CAMPAIGNS_KEPT_FOR, forget_old_campaigns
from directory.asking.models import AskedOffer, Campaign, CampaignLetter, PlaceReply, ReplyLink
from directory.asking.replying import reply_on_telephone
from directory.asking.round import mails_due, write_letters, write_when_due
from directory.asking.sending import CannotBeAsked, send_campaign, stop_campaign
from directory.reviewing.models import Declined
from tests import factories
from tests.directory.asking.campaigns import SENT_ON, at, campaign, place

pytestmark = pytest.mark.django_db


def days(number):
    return SENT_ON + timedelta(days=number)


def test_the_mail_says_who_asks_what_until_when_and_where_to_answer(asked):
    assert write_letters(SENT_ON) == 1
    letter = mail.outbox[0]
    assert letter.to == ["huset-strikkecafe@example.dk"]
    assert letter.reply_to == ["vejviser@vejle.example.dk"]
    assert letter.subject == "Har I åbent juleaften?"
    for said in ("Vejle Kommune", "Strikkecafé", "20. december 2026", "adgangskode", "24. december 2026"):
        assert said in letter.body
    assert letter.content_subtype == "plain"
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_draft_asks_nobody(municipality_site, offer):
    campaign(municipality_site)
    assert write_letters(SENT_ON) == 0


def test_the_question_goes_out_once_and_one_reminder_on_its_day(asked):
    sent = [number for number in range(40) if write_letters(days(number))]
    assert sent == [0, 5]
    assert [letter.subject.startswith("Påmindelse: ") for letter in mail.outbox] == [False, True]
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == 2


def test_who_has_answered_is_not_reminded(asked, offer):
    write_letters(SENT_ON)
    reply_on_telephone(AskedOffer.objects.get(), "yes", None)
    assert [number for number in range(1, 40) if write_letters(days(number))] == []


def test_no_reminder_on_the_day_of_the_question(municipality_site, offer):
    send_campaign(campaign(municipality_site, remind_on=SENT_ON))
    assert [write_letters(SENT_ON), write_letters(SENT_ON), write_letters(days(1))] == [1, 0, 1]


def test_after_the_last_day_or_when_it_was_stopped_nobody_is_written_to(asked):
    assert write_letters(asked.last_day + timedelta(days=1)) == 0
    stop_campaign(asked)
    assert write_letters(SENT_ON) == 0


def test_two_offers_of_one_address_make_one_mail(municipality_site, offer):
    place(municipality_site, "Madklub", email=offer.email.upper())
    send_campaign(campaign(municipality_site))
    assert write_letters(SENT_ON) == 1
    assert "Svar for Strikkecafé:" in mail.outbox[0].body
    assert "Svar for Madklub:" in mail.outbox[0].body


def test_places_are_chosen_by_kind_need_and_postal_code(municipality_site):
    need, below = factories.NeedFactory(name="Ro"), None
    below = factories.NeedFactory(name="Stilhed", parent=need)
    near = place(municipality_site, "Nær", place=factories.PlaceFactory(postal_code="7120"), needs=[below])
    far = place(municipality_site, "Fjern", place=factories.PlaceFactory(postal_code="7100"))
    course = factories.GroupCourseFactory(
        title="Hold", parent=type(near.get_parent()).objects.get(pk=near.get_parent().pk)
    )

    def chosen(**facts):
        question = campaign(municipality_site, **facts)
        send_campaign(question)
        return set(question.asked.values_list("offer", flat=True))

    assert chosen() == {near.pk, far.pk, course.pk}
    assert chosen(area="7120") == {near.pk}
    assert chosen(need=need) == {near.pk}
    assert chosen(kinds=["group_course", "no-such-kind"]) == {course.pk}


@pytest.mark.parametrize("facts", [{"live": False}, {"demonstration": "made_up"}, {"demonstration": "unconfirmed"}])
def test_what_is_no_real_listing_is_not_asked_and_an_empty_choice_says_so(municipality_site, facts):
    place(municipality_site, "Ikke", **facts)
    factories.OfferFactory(title="I en anden kommune", email="x@example.dk")
    question = campaign(municipality_site)
    with pytest.raises(CannotBeAsked):
        send_campaign(question)
    question.refresh_from_db()
    assert (question.sent_at, AskedOffer.objects.count()) == (None, 0)


def test_a_question_is_sent_once(municipality_site, offer):
    question = campaign(municipality_site)
    assert [send_campaign(question), send_campaign(Campaign.objects.get())] == [1, 0]


def test_who_wants_no_letters_or_has_no_address_is_asked_by_nobody_but_stands_among_those_to_call(municipality_site):
    place(municipality_site, "Nej tak", email="nej@example.dk")
    place(municipality_site, "Uden", email="")
    Declined.objects.create(recipient="Nej@example.dk")
    send_campaign(campaign(municipality_site))
    assert write_letters(SENT_ON) == 0
    assert list(AskedOffer.objects.values_list("recipient", flat=True)) == ["", ""]


def test_who_says_no_to_letters_in_between_gets_no_reminder(asked, offer):
    write_letters(SENT_ON)
    Declined.objects.create(recipient=offer.email)
    assert write_letters(days(5)) == 0


class Stopped(BaseException):
    """The worker is killed: nothing catches this."""


def test_a_worker_that_is_killed_at_random_has_written_every_mail_once(municipality_site, monkeypatch):
    for number in range(8):
        place(municipality_site, f"Tilbud {number}", email=f"sted{number % 5}@example.dk")
    send_campaign(campaign(municipality_site))
    chance = random.Random(7)

    def maybe(work):
        def done(*args, **kwargs):
            if chance.random() < 0.3:
                raise Stopped
            return work(*args, **kwargs)

        return done

    monkeypatch.setattr(EmailBackend, "send_messages", maybe(EmailBackend.send_messages))
    monkeypatch.setattr(ReplyLink, "save", maybe(ReplyLink.save))
    for number in (0, 5):
        while True:
            try:
                write_letters(days(number))
                break
            except Stopped:
                continue
    told = sorted((letter.to[0], letter.subject.startswith("Påmindelse")) for letter in mail.outbox)
    assert told == sorted((f"sted{n}@example.dk", again) for n in range(5) for again in (False, True))


def test_two_workers_at_once_write_one_mail(asked):
    """The second has seen the same mail as due, and comes when the first has sent it."""
    second = mails_due(SENT_ON)
    planned = next(second)
    assert write_letters(SENT_ON) == 1
    assert rounds._send(planned, SENT_ON) is False
    assert len(mail.outbox) == 1
    assert ReplyLink.objects.count() == 1


def test_a_server_that_is_away_costs_nobody_the_mail(asked, monkeypatch):
    def away(self, messages):
        raise SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", away)
        with pytest.raises(SMTPServerDisconnected):
            write_letters(SENT_ON)
    assert not CampaignLetter.objects.exists()
    assert write_letters(SENT_ON) == 1


def test_an_address_that_takes_no_mail_holds_up_nobody_and_is_not_reminded(municipality_site, offer, monkeypatch):
    place(municipality_site, "Madklub")
    send_campaign(campaign(municipality_site))
    send = EmailBackend.send_messages

    def picky(self, messages):
        if messages[0].to == [offer.email]:
            raise SMTPRecipientsRefused({})
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", picky)
    assert [write_letters(SENT_ON), write_letters(SENT_ON), write_letters(days(5))] == [1, 0, 1]
    assert CampaignLetter.objects.exclude(refused="").get().recipient == offer.email


def test_nobody_is_written_to_in_the_night(asked, monkeypatch):
    for hour, sent in ((3, 0), (7, 0), (22, 0), (12, 1), (13, 1)):
        at(monkeypatch, datetime(2026, 12, 10, hour))
        write_when_due()
        assert len(mail.outbox) == sent


def test_the_worker_does_it_among_its_duties():
    assert {"ask places", "forget campaigns"} <= {duty.name for duty in duties.DUTIES}


def test_addresses_are_forgotten_after_a_month_and_the_question_after_two_years(asked, monkeypatch):
    write_letters(SENT_ON)
    reply_on_telephone(AskedOffer.objects.get(), "yes", None)

    def kept_on(day):
        at(monkeypatch, datetime(day.year, day.month, day.day, 9))
        forget_old_campaigns()
        recipients = AskedOffer.objects.exclude(recipient="").count()
        return ReplyLink.objects.count(), CampaignLetter.objects.count(), recipients, PlaceReply.objects.count()

    assert kept_on(asked.last_day) == (1, 1, 1, 1)
    assert kept_on(asked.last_day + timedelta(days=1)) == (0, 1, 1, 1)
    assert kept_on(asked.ends_on + ADDRESSES_KEPT_FOR) == (0, 1, 1, 1)
    assert kept_on(asked.ends_on + ADDRESSES_KEPT_FOR + timedelta(days=1)) == (0, 0, 0, 1)
    assert kept_on(asked.ends_on + CAMPAIGNS_KEPT_FOR + timedelta(days=1)) == (0, 0, 0, 0)
    assert not Campaign.objects.exists()


def test_hostile_words_stay_words(municipality_site, offer):
    send_campaign(
        campaign(municipality_site, question="Har I\r\nBcc: x@example.dk åbent <b>?", explanation="{{ secret }}{% x %}")
    )
    assert write_letters(SENT_ON) == 1
    letter = mail.outbox[0]
    assert letter.recipients() == ["huset-strikkecafe@example.dk"]
    assert "\n" not in letter.subject
    assert "{{ secret }}{% x %}" in letter.body
