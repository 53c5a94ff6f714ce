"""What was changed in one transaction is found in one step."""

import pytest

from directory.indexing import worker
from directory.indexing.outbox import collected, note
from directory.indexing.source import sync
from directory.indexing.worker import drain
from search import Query
from tests.factories import DropInCentreFactory

pytestmark = pytest.mark.django_db


def test_what_was_changed_together_is_found_together_also_when_a_part_of_it_was_about_to_be_sent(
    index, committed, monkeypatch
):
    """A worker has taken a row that waits for one of two offers, when both are changed in one transaction."""
    with committed(), collected():
        offers = DropInCentreFactory.create_batch(2, title="Kajen")
    change, seen = type(index).change, []

    def both_are_changed_first(*told):
        monkeypatch.setattr(worker, "sync", sync)
        for offer in offers:
            offer.title = "Fyret"
            offer.save()
        sync(*told)

    def looked_at(engine, *told):
        change(engine, *told)
        seen.append({*engine.search(Query(text="fyret", exactly=True)).ids})

    monkeypatch.setattr(worker, "sync", both_are_changed_first)
    monkeypatch.setattr(type(index), "change", looked_at)
    note([offers[0].pk])
    drain(index)
    assert seen
    assert all(one == {f"offer:{offer.pk}" for offer in offers} for one in seen)
