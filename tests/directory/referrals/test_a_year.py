"""A year of days with hand-overs at random moments, and a worker that is killed at random: each mail once and on its day."""

import random
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from directory.referrals.models import Referral, ReferralEvent, ReferralLink
from directory.referrals.moving import move
from directory.referrals.round import do_the_round
from directory.referrals.sending import tell_whether_it_began, withdraw_referral
from directory.referrals.states import OPEN_STATES, STEPS, Actor, ReferralState
from directory.times.working_days import working_day_after
from tests.directory.referrals.handing import SENT_ON, at, handed_over, taking

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HAND_OVERS, DAYS = 60, 365
S = ReferralState


class Killed(BaseException):
    """The worker is killed: nothing catches this."""


@pytest.fixture
def chance(monkeypatch):
    """A die by which a worker is killed now and then while it writes: before a mail goes out, or before its link is kept."""
    die = random.Random(11)

    def maybe(work):
        def done(*args, **kwargs):
            if die.random() < 0.1:
                raise Killed
            return work(*args, **kwargs)

        return done

    monkeypatch.setattr(EmailBackend, "send_messages", maybe(EmailBackend.send_messages))
    monkeypatch.setattr(ReferralLink, "save", maybe(ReferralLink.save))
    return die


def rounds_of_a_day():
    while True:
        try:
            do_the_round()
        except Killed:
            continue
        return


def something_happens(referral, chance, worker):
    """What both sides do with a hand-over on a day: mostly nothing."""
    drawn = chance.random()
    if referral.state == S.SENT and drawn < 0.05:
        move(referral, chance.choice([S.RECEIVED, S.RECEIVED, S.DECLINED]), Actor.PLACE)
    elif referral.state == S.RECEIVED and drawn < 0.02:
        move(referral, chance.choice([S.STARTED, S.NOT_STARTED]), Actor.PLACE)
    elif referral.state == S.RECEIVED and drawn < 0.03:
        tell_whether_it_began(referral, worker, began=True)
    elif drawn > 0.985:
        withdraw_referral(referral, worker)


def words_are_gone_in_time(today):
    left = Referral.objects.exclude(words="", recipient="")
    assert not left.filter(closed_on__lte=today - timedelta(days=30)).exists()
    assert not left.filter(sent_on__lte=today - relativedelta(months=6)).exists()


def test_every_mail_goes_out_once_on_its_day_every_word_in_time_and_no_state_goes_back(
    municipality_site, worker, chance, monkeypatch
):
    offers = [taking(municipality_site, f"Sted {number}") for number in range(5)]
    told, moments = defaultdict(dict), Counter(chance.randrange(DAYS - 60) for _one in range(HAND_OVERS))
    for number in range(DAYS):
        today, before = SENT_ON + timedelta(days=number), len(mail.outbox)
        at(monkeypatch, datetime(today.year, today.month, today.day, chance.randrange(8, 20)))
        for _one in range(moments[number]):
            handed_over(chance.choice(offers), worker)
        for referral in Referral.objects.filter(state__in=OPEN_STATES):
            something_happens(referral, chance, worker)
        rounds_of_a_day()
        for letter in mail.outbox[before:]:
            name = letter.extra_headers["Message-ID"]
            assert name not in told[letter.subject[-9:]], "twice"
            told[letter.subject[-9:]][name] = (letter.subject.partition(":")[0], timezone.localdate())
        words_are_gone_in_time(today)
    for referral in Referral.objects.all():
        on_their_days(referral, dict(told[referral.reference].values()))
        never_back(referral)
    assert set(ReferralEvent.objects.values_list("what", flat=True)) == set(S)


def on_their_days(referral, told):
    """The mails of a hand-over by their subjects, each on the day that the timetable tells."""
    expected = {
        "Påmindelse": working_day_after(referral.sent_on, 5),
        "Sidste påmindelse": working_day_after(referral.sent_on, 15),
        "En henvisning til jer": referral.sent_on,
    }
    assert {subject: day for subject, day in told.items() if subject in expected}.items() <= expected.items()
    if referral.answered_on is None and referral.state == S.CANCELLED:
        assert set(told) == {*expected, "Sendt", "Slut"}
        assert told["Slut"] == referral.sent_on + timedelta(days=30)


def never_back(referral):
    """What happened is a way through the machine that ends where the hand-over stands."""
    way = list(ReferralEvent.objects.filter(reference=referral.reference).values_list("what", flat=True))
    assert way[0] == S.SENT
    assert all(after in STEPS[S(before)] for before, after in pairwise(way))
    assert way[-1] == referral.state
