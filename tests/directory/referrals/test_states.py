"""The machine of a hand-over: what may follow on what, by whom, and that no way leads back."""

import itertools

import pytest
from django.db import IntegrityError, transaction

from directory.referrals.models import Referral, ReferralEvent
from directory.referrals.moving import move
from directory.referrals.states import ENDS, MAY_LEAD, OPEN_STATES, STEPS, Actor, NotAStep, ReferralState

S = ReferralState


def test_every_state_is_reached_from_the_first_and_no_way_leads_back():
    seen, waiting = set(), [S.SENT]
    while waiting:
        state = waiting.pop()
        seen.add(state)
        waiting += STEPS[state]
        assert S.SENT not in STEPS[state]
    assert seen == set(S)
    assert set(OPEN_STATES) | set(ENDS) == set(S)
    assert S.RECEIVED not in {after for end in ENDS for after in STEPS[end]}


@pytest.mark.django_db
def test_whatever_is_tried_only_steps_of_the_machine_are_taken(sent):
    for before, after, actor in itertools.product(S, S, Actor):
        closed_on = sent.sent_on if before in ENDS else None
        words = "" if before in {S.WITHDRAWN, S.CANCELLED} else "x"
        Referral.objects.filter(pk=sent.pk).update(state=before, closed_on=closed_on, words=words, line="")
        referral = Referral.objects.get(pk=sent.pk)
        may = after in STEPS[before] and actor in MAY_LEAD[after]
        if may:
            move(referral, after, actor)
        else:
            with pytest.raises(NotAStep):
                move(referral, after, actor)
        assert Referral.objects.get(pk=sent.pk).state == (after if may else before)


@pytest.mark.django_db
def test_of_two_who_answer_at_once_the_second_is_refused(sent):
    first, second = Referral.objects.get(), Referral.objects.get()
    move(first, S.RECEIVED, Actor.PLACE)
    with pytest.raises(NotAStep):
        move(second, S.DECLINED, Actor.PLACE)
    assert [event.what for event in ReferralEvent.objects.all()] == ["sent", "received"]


@pytest.mark.django_db
def test_what_happened_is_never_written_over(sent):
    event = ReferralEvent.objects.get()
    for spoil in (event.save, event.delete, ReferralEvent.objects.all().delete):
        with pytest.raises(TypeError):
            spoil()
    with pytest.raises(TypeError):
        ReferralEvent.objects.update(what="nothing")


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"state": "withdrawn"}, {"state": "declined"}, {"closed_on": "2026-09-02"}])
def test_the_database_itself_refuses_an_end_without_its_day_and_words_that_should_be_gone(sent, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=sent.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=sent.pk).update(state="withdrawn", closed_on="2026-09-02")
