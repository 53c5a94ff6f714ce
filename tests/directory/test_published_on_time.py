"""What is due is done once, by one of several processes; what was set for a time happens then, on its page and in the search."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.serving import background
from directory import duties
from directory.duties import Duty, do_what_is_due
from directory.models import Claim, Heartbeat, OfferPage
from directory.models.claim import TAKEN_FOR
from tests.directory.reading import VEJLE
from tests.factories import DropInCentreFactory

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def ago(**time):
    return timezone.now() - timedelta(**time)


def failing():
    raise ValueError("the post office is closed")


@pytest.fixture
def table(monkeypatch):
    """Duties of the test's own."""
    made = []
    monkeypatch.setattr(duties, "DUTIES", made)
    return made


def test_a_second_process_does_nothing_that_the_first_is_doing_or_has_just_done(table):
    done = []

    def work():
        done.append(1)
        do_what_is_due()

    table.append(Duty("slow", MINUTE, work))
    do_what_is_due()
    do_what_is_due()
    assert done == [1]


def test_one_that_asked_before_the_other_ended_does_not_do_it_again(table, monkeypatch):
    done = []
    duty = Duty("quick", MINUTE, lambda: done.append(1))
    table.append(duty)
    taken = Claim.take

    def late(name):
        # Between the question whether it is due and the claim, another process does all of it.
        monkeypatch.setattr(Claim, "take", taken)
        do_what_is_due()
        return taken(name)

    monkeypatch.setattr(Claim, "take", late)
    do_what_is_due()
    assert done == [1]


def test_what_fails_is_let_go_and_tried_again_in_the_next_round(table):
    done = []
    table += [Duty("broken", MINUTE, failing), Duty("well", MINUTE, lambda: done.append(1))]
    do_what_is_due()
    table[0] = Duty("broken", MINUTE, lambda: done.append(2))
    do_what_is_due()
    assert done == [1, 2]


def test_work_whose_process_died_is_free_again_after_a_while():
    assert [Claim.take("forget"), Claim.take("forget")] == [True, False]
    Claim.objects.update(until=ago(seconds=1))
    assert Claim.take("forget")
    assert Claim.objects.get().until > timezone.now() + TAKEN_FOR - MINUTE


@pytest.mark.parametrize(("worker", "stands_in"), [(True, False), (False, True)])
def test_a_process_that_serves_stands_in_only_where_no_worker_is(index, worker, stands_in):
    if worker:
        Heartbeat.beat("search")
    assert background.stand_in() is stands_in
    assert Heartbeat.objects.filter(name="duty publish").exists() is stands_in


def test_of_several_processes_that_serve_one_stands_in(index):
    assert Claim.take("standing in")
    assert not background.stand_in()
    Claim.give_back("standing in")
    assert background.stand_in()


def address(offer):
    return offer.get_url_parts()[2]


def test_an_offer_whose_time_is_over_is_gone(client, owner):
    offer = DropInCentreFactory(title="Sommercafé", parent=owner, first_published_at=ago(days=9))
    OfferPage.objects.filter(pk=offer.pk).update(expire_at=ago(seconds=1))
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 200
    background.stand_in()
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 410
    offer.refresh_from_db()
    assert (offer.live, offer.expired) == (False, True)


def test_an_offer_is_published_when_its_time_comes(client, owner):
    offer = DropInCentreFactory(title="Vintercafé", parent=owner, live=False)
    offer.go_live_at = timezone.now() + timedelta(hours=1)
    offer.save_revision().publish()
    background.stand_in()
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 404
    revision = offer.revisions.get()
    revision.approved_go_live_at = ago(seconds=1)
    revision.content["go_live_at"] = ago(seconds=1).isoformat()
    revision.save()
    Heartbeat.objects.all().delete()
    background.stand_in()
    assert client.get(address(offer), HTTP_HOST=VEJLE).status_code == 200
