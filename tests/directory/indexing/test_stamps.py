"""Every index has a name and a word of its own: none takes another's changes, and none passes for what it is not."""

import shutil
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from directory.indexing.outbox import note
from directory.indexing.rebuilding import rebuild
from directory.indexing.stamps import FORGOTTEN_AFTER, belongs, index_name, registered
from directory.indexing.worker import drain_all
from directory.models import Heartbeat, IndexStamp, OfferPage, Outbox
from search import Query
from tests.factories import DropInCentreFactory

pytestmark = pytest.mark.django_db

OTHER = "embedded of another machine"


@pytest.fixture
def cafe(index, committed):
    with committed():
        return DropInCentreFactory(title="Lanternen")


@pytest.fixture
def other_machine(index):
    """Another machine has made its index, and has a worker."""
    IndexStamp.objects.create(index=OTHER)
    Heartbeat.beat(f"index {OTHER}")


def work():
    call_command("search_index", "work", once=True)


def is_mine(index):
    return belongs("embedded", index.check())


def found(index, text):
    return index.search(Query(text=text, exactly=True)).total


def test_a_change_is_written_down_for_each_machine_and_each_takes_its_own(cafe, other_machine, index):
    note([cafe.pk])
    assert set(Outbox.objects.values_list("target", flat=True)) == {index_name("embedded"), OTHER}
    work()
    assert list(Outbox.objects.values_list("target", flat=True)) == [OTHER]


def test_a_machine_that_is_gone_for_a_day_has_nothing_more_written_down(cafe, other_machine):
    note([cafe.pk])
    long_ago = timezone.now() - FORGOTTEN_AFTER - timedelta(minutes=1)
    IndexStamp.objects.filter(index=OTHER).update(written=long_ago)
    work()
    assert OTHER in registered()
    Heartbeat.objects.filter(name=f"index {OTHER}").update(seen=long_ago)
    work()
    assert registered() == [index_name("embedded")]
    assert not Outbox.objects.exists()


def test_an_index_whose_worker_is_there_is_never_forgotten(cafe, index):
    IndexStamp.objects.update(written=timezone.now() - 10 * FORGOTTEN_AFTER)
    work()
    assert is_mine(index)


def test_an_index_stays_of_its_database_through_changes(cafe, index):
    for title in ("Fyret", "Kajen", "Broen"):
        OfferPage.objects.filter(pk=cafe.pk).update(title=title)
        note([cafe.pk])
        drain_all()
        assert is_mine(index)


def test_a_database_that_went_back_in_time_is_seen_and_the_worker_makes_the_index_again(cafe, index):
    before = list(IndexStamp.objects.all())
    OfferPage.objects.filter(pk=cafe.pk).update(title="Fyret")
    note([cafe.pk])
    drain_all()
    # As a restore by other means would leave it: rows of before, an index of after.
    IndexStamp.objects.all().delete()
    IndexStamp.objects.bulk_create(before)
    OfferPage.objects.filter(pk=cafe.pk).update(title="Lanternen")
    assert not is_mine(index)
    assert found(index, "fyret") == 1
    work()
    assert is_mine(index)
    assert (found(index, "fyret"), found(index, "lanternen")) == (0, 1)


def test_an_index_that_went_back_in_time_is_seen_too(cafe, index, tmp_path):
    """A machine whose disk is put back: its index has a word that was true once."""
    shutil.copytree(tmp_path / "index", tmp_path / "earlier")
    IndexStamp.objects.update(written=timezone.now() - timedelta(hours=1))
    OfferPage.objects.filter(pk=cafe.pk).update(title="Fyret")
    note([cafe.pk])
    drain_all()
    shutil.rmtree(tmp_path / "index")
    (tmp_path / "earlier").rename(tmp_path / "index")
    assert not is_mine(index)
    work()
    assert found(index, "fyret") == 1


def test_an_index_from_before_there_were_stamps_is_made_again(cafe, index):
    IndexStamp.objects.all().delete()
    assert not is_mine(index)
    work()
    assert is_mine(index)


def test_a_machine_that_lost_its_folder_begins_with_another_name(cafe, index, tmp_path):
    name = index_name("embedded")
    shutil.rmtree(tmp_path / "index")
    rebuild("embedded", index)
    assert index_name("embedded") not in {name, "embedded"}
    assert is_mine(index)
