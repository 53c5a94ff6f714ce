"""One night on which forty offers change: all of them at one moment, or none; and all of it taken back."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from directory.changesets import work
from directory.changesets.models import Change, ChangeSet, SetStage
from directory.facets import indexed
from directory.indexing import worker
from directory.indexing.stamps import begin
from directory.models import OfferPage
from directory.models.authority_book import authority_book
from search import Query
from search.elastic import ElasticEngine, ElasticStore
from tests import factories
from tests.directory.changesets import night
from tests.search.engines import ENGINES, address, analyser, finder

pytestmark = pytest.mark.django_db

ALL_OLD, ALL_NEW = (40, 0), (0, 40)


@dataclass
class Town:
    """A set of forty offers with their organisation and its house, approved for the night."""

    change_set: ChangeSet
    offers: list
    things: list
    before: list


@pytest.fixture(params=ENGINES)
def index(request, index, monkeypatch):
    """Each engine, kept up to date by the worker as on a site that has no other."""
    if request.param == "embedded":
        return index
    place = address(request.getfixturevalue("elasticsearch_url"), "night")
    store = ElasticStore(place, analyser(), indexed(), ("need",), timeout=20.0, patience=10.0)
    engine = finder(store, kind=ElasticEngine, patience=30.0)
    monkeypatch.setattr(worker, "targets", lambda: {"elastic": engine})
    engine.rebuild([], begin("elastic"))
    return engine


@pytest.fixture
def town(index, committed):
    with committed():
        vejle = factories.MunicipalityFactory(title="Vejle", slug="vejle")
        held = {"Region_Hovedstaden": (None, night.OLD_YEAR), "Region_Østdanmark": (night.NEW_YEAR, None)}
        region = night.authority("oest", "region", **held)
        municipality = night.authority("vejle", "municipality", Vejle=(None, None))
        offers = night.offers_of(vejle, 40, [municipality])
        place = factories.PlaceFactory(municipality=vejle, name="Gamle sygehus")
        organisation = offers[0].get_parent().specific
        things = [*offers, organisation, place]
        before = night.contents(things)
        night.renamed(offers, region)
        night.drafted(organisation, title="Akutteam i Region Østdanmark")
        change_set = night.set_of(vejle, *offers, organisation)
        night.row_in(change_set, place, name="Sundhedshuset")
        night.approve(change_set, night.approver())
    return Town(change_set, offers, things, before)


@pytest.fixture
def work_at(committed, monkeypatch, town):
    """Let a worker look at a time, and give the set as it is then."""

    def at(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)
        with committed():
            work.do_sets()
        town.change_set.refresh_from_db()
        return town.change_set

    return at


@pytest.fixture
def states(index, monkeypatch):
    """How many are found by their old and by their new name, before and after each step of the index."""
    seen, change = set(), type(index).change

    def watched(engine, *told):
        seen.add(counts(engine))
        change(engine, *told)
        seen.add(counts(engine))

    monkeypatch.setattr(type(index), "change", watched)
    return seen


def responsible(offer):
    """Who is responsible for an offer, by name and in the order of time, with the day since when."""
    return [(row.answer.name, row.first) for row in authority_book().of_offer(offer)]


def counts(engine):
    return tuple(len(engine.search(Query(text=word, exactly=True, size=100)).ids) for word in (night.OLD, night.NEW))


def test_all_go_live_at_one_moment_and_are_taken_back_at_one(town, index, work_at, states):
    early = work_at(night.NIGHT - timedelta(minutes=1))
    assert (early.stage, counts(index)) == (SetStage.APPROVED, ALL_OLD)

    live = work_at(night.NIGHT)
    assert (live.stage, live.told, counts(index)) == (SetStage.LIVE, "", ALL_NEW)
    after = night.contents(town.things)
    assert [row["phone"] for row in after[:40]] == ["70112233"] * 40
    assert (after[40]["title"], after[41]["name"]) == ("Akutteam i Region Østdanmark", "Sundhedshuset")
    assert not OfferPage.objects.filter(has_unpublished_changes=True).exists()
    whose = [responsible(offer) for offer in OfferPage.objects.all()]
    assert whose == [[("Vejle", None), ("Region Østdanmark", night.NEW_YEAR)]] * 40

    assert work.ask_for_taking_back(live)
    back = work_at(night.NIGHT + timedelta(days=29))
    assert (back.stage, counts(index)) == (SetStage.OPEN, ALL_OLD)
    assert night.contents(town.things) == town.before
    assert [responsible(offer) for offer in OfferPage.objects.all()] == [[("Vejle", None)]] * 40
    # What was in the set is a draft again.
    assert town.offers[0].get_latest_revision_as_object().phone == "70112233"
    assert states == {ALL_OLD, ALL_NEW}


def test_one_that_fails_keeps_all_of_them_as_they_were(town, index, work_at, states):
    last = town.offers[-1]
    OfferPage.objects.filter(pk=last.pk).update(age_max=3)
    (content,) = night.contents([last])
    Change.objects.filter(key=last.pk).update(base=content, content=content | {"age_min": 60})
    town.before = night.contents(town.things)

    stopped = work_at(night.NIGHT)
    assert stopped.stage == SetStage.OPEN
    assert stopped.told.startswith(f"{night.NEW} 39: ")
    assert "alder" in stopped.told
    assert stopped.told in mail.outbox[0].body
    assert night.contents(town.things) == town.before
    assert (states, counts(index)) == (set(), ALL_OLD)
