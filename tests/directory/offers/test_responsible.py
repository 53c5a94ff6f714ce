"""Who is responsible and who does the work: told before the day, another answer from midnight on, and kept afterwards."""

from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from directory.facets import indexed
from directory.find.filters import OfferFilterSet
from directory.find.panel import groups
from directory.indexing.rebuilding import rebuild
from directory.indexing.source import entries
from directory.models import (
    Authority,
    AuthorityName,
    OfferAuthority,
    OfferPerformer,
    OrganisationAuthority,
    OrganisationPage,
    ReferralRecipient,
)
from search.elastic import ElasticEngine, ElasticStore
from search.embedded import EmbeddedStore
from tests.directory.reading import get, text_of, titles_of
from tests.factories import DropInCentreFactory, OrganisationFactory
from tests.search.engines import ENGINES, address, analyser, finder

pytestmark = pytest.mark.django_db

OLD_YEAR, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)
BEFORE, AFTER = datetime(2026, 12, 31, 23, 59), datetime(2027, 1, 1, 0, 0)
AHEAD = "Fra 1. januar 2027 er det Region Østdanmark, der har ansvaret."


@pytest.fixture
def at(monkeypatch):
    """Sets the clock on a Danish wall."""

    def told(moment):
        monkeypatch.setattr(timezone, "now", lambda: timezone.make_aware(moment))

    return told


def authority(slug, kind, *names):
    """An authority with its names: (name, first day, last day)."""
    row = Authority(slug=slug, kind=kind)
    row.names = [AuthorityName(name=name, first_day=first, last_day=last) for name, first, last in names]
    row.save()
    return row


@pytest.fixture
def vejle_kommune():
    return authority("vejle-kommune", "municipality", ("Vejle Kommune", None, None))


@pytest.fixture
def region():
    return authority(
        "region-hovedstaden", "region", ("Region Hovedstaden", None, OLD_YEAR), ("Region Østdanmark", NEW_YEAR, None)
    )


@pytest.fixture
def rehabilitation(owner, vejle_kommune, region, committed):
    """An offer that goes from its municipality to a region on New Year's Day."""
    with committed():
        offer = DropInCentreFactory(title="Genoptræning", parent=owner)
        offer.authorities = [
            OfferAuthority(authority=vejle_kommune, last_day=OLD_YEAR),
            OfferAuthority(authority=region, first_day=NEW_YEAR),
        ]
        offer.save()
    return offer


def page_of(client, offer):
    return get(client, offer.get_url().removeprefix("http://vejle.localhost"))


def block(response):
    """What the block about who is responsible says, sentence by sentence."""
    page = BeautifulSoup(response.content, "html5lib")
    heading = page.select_one("#ansvar")
    lists = heading.find_next_siblings("ul") if heading else []
    return [line.get_text(strip=True) for one in lists for line in one.select("li")]


def test_the_page_tells_the_change_before_its_day_and_keeps_what_was(client, rehabilitation, at):
    at(BEFORE)
    page = page_of(client, rehabilitation)
    assert block(page) == ["Vejle Kommune har ansvaret.", AHEAD]
    assert text_of(page).count(AHEAD) == 2
    at(AFTER)
    page = page_of(client, rehabilitation)
    assert block(page) == ["Region Østdanmark har ansvaret.", "Indtil 31. december 2026: Vejle Kommune"]
    assert AHEAD not in text_of(page)


def test_the_card_and_the_printed_sheet_tell_it_until_midnight(client, rehabilitation, at):
    sheet = reverse("shortlist_print", args=[rehabilitation.pk])
    for moment, times in ((datetime(2026, 10, 31, 12), 0), (datetime(2026, 11, 2, 12), 1), (BEFORE, 1), (AFTER, 0)):
        at(moment)
        assert text_of(get(client, "/find-tilbud/")).count(AHEAD) == times
        assert text_of(get(client, sheet)).count(AHEAD) == times


def test_a_choice_of_who_is_responsible_is_another_from_midnight_on(client, rehabilitation, at, index):
    at(BEFORE)
    rebuild("embedded", index)
    assert titles_of(get(client, "/find-tilbud/?ansvarlig=municipality")) == ["Genoptræning"]
    assert titles_of(get(client, "/find-tilbud/?ansvarlig=region")) == []
    assert choices(get(client, "/find-tilbud/")) == ["En kommune (1)"]
    at(AFTER)
    assert titles_of(get(client, "/find-tilbud/?ansvarlig=municipality")) == []
    assert titles_of(get(client, "/find-tilbud/?ansvarlig=region")) == ["Genoptræning"]
    assert choices(get(client, "/find-tilbud/")) == ["En region (1)"]


def choices(response):
    """The choices of who is responsible that the panel offers, each with its count."""
    page = BeautifulSoup(response.content, "html5lib")
    labels = [box.find_parent("li") or box.parent for box in page.select("input[name=ansvarlig]")]
    return [" ".join(label.get_text(" ").split()) for label in labels]


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    """Each engine with the facets of the site."""
    if request.param == "embedded":
        return finder(EmbeddedStore(tmp_path / "own", analyser(), indexed(), ("need",), patience=10.0))
    place = address(request.getfixturevalue("elasticsearch_url"), "responsible")
    store = ElasticStore(place, analyser(), indexed(), ("need",), timeout=20.0, patience=10.0)
    return finder(store, kind=ElasticEngine, patience=30.0)


def test_each_engine_answers_and_counts_by_the_day_without_a_new_index(rehabilitation, at, engine):
    found, counted = [], []
    at(datetime(2026, 12, 31, 4))
    engine.rebuild(entries())
    for moment in (BEFORE, AFTER):
        at(moment)
        for kind in ("municipality", "region"):
            filters = OfferFilterSet(QueryDict(f"ansvarlig={kind}"))
            results = engine.search(filters.query())
            (options,) = [group.options for group in groups(filters, results) if group.name == "ansvarlig"]
            found.append((kind, results.total))
            counted.append({option.value: option.count for option in options if option.count})
    assert found == [("municipality", 1), ("region", 0), ("municipality", 0), ("region", 1)]
    assert counted == [{"municipality": 1}] * 2 + [{"region": 1}] * 2


@pytest.mark.parametrize("name", ["Vejle Kommune", "Region Hovedstaden", "Region Østdanmark"])
def test_every_name_finds_the_offer_before_and_after(client, rehabilitation, at, name):
    for moment in (BEFORE, AFTER):
        at(moment)
        assert titles_of(get(client, f"/find-tilbud/?q={name}")) == ["Genoptræning"]


def test_an_offer_says_what_its_organisation_says_until_it_says_another(
    client, owner, vejle_kommune, region, at, committed
):
    at(BEFORE)
    with committed():
        offer = DropInCentreFactory(title="Akutsygepleje", parent=owner)
        owner.authorities = [OrganisationAuthority(authority=vejle_kommune)]
        owner.save()
    assert block(page_of(client, offer)) == ["Vejle Kommune har ansvaret."]
    with committed():
        offer.authorities = [OfferAuthority(authority=region, first_day=NEW_YEAR)]
        offer.save()
    assert block(page_of(client, offer)) == ["Vejle Kommune har ansvaret.", AHEAD]
    assert "Vejle Kommune har ansvaret." in text_of(page_of(client, owner))


def test_an_organisation_that_says_another_is_another_choice_for_its_offers(
    client, rehabilitation, owner, region, committed
):
    with committed():
        offer = DropInCentreFactory(title="Akutsygepleje", parent=OrganisationPage.objects.get(pk=owner.pk))
    with committed():
        owner.authorities = [OrganisationAuthority(authority=region)]
        owner.save()
    assert titles_of(get(client, "/find-tilbud/?ansvarlig=region")) == ["Akutsygepleje"]
    with committed():
        offer.move(OrganisationFactory(title="Andre", parent=owner.get_parent()), pos="last-child")
    assert titles_of(get(client, "/find-tilbud/?ansvarlig=region")) == []


def test_a_region_that_only_gets_another_name_is_told_to_stay(client, owner, region, at, committed):
    at(BEFORE)
    with committed():
        offer = DropInCentreFactory(title="Ambulatoriet", parent=owner)
        offer.authorities = [OfferAuthority(authority=region)]
        offer.save()
    told = "Fra 1. januar 2027 hedder Region Hovedstaden Region Østdanmark og har stadig ansvaret."
    assert block(page_of(client, offer)) == ["Region Hovedstaden har ansvaret.", told]
    at(AFTER)
    assert block(page_of(client, offer)) == [
        "Region Østdanmark har ansvaret.",
        "Indtil 31. december 2026: Region Hovedstaden",
    ]


def test_a_name_that_is_changed_in_the_admin_finds_the_offers_at_once(client, rehabilitation, region, committed):
    with committed():
        region.names = [AuthorityName(name="Region Storebælt")]
        region.save()
    assert titles_of(get(client, "/find-tilbud/?q=Storebælt")) == ["Genoptræning"]


def test_that_nobody_public_is_responsible_is_an_answer_of_its_own(client, owner, committed):
    with committed():
        offer = DropInCentreFactory(title="Besøgsvenner", parent=owner)
        DropInCentreFactory(title="Ikke svaret", parent=owner)
        offer.authorities = [OfferAuthority(authority=authority("ingen", "none", ("Ingen", None, None)))]
        offer.save()
    assert block(page_of(client, offer)) == ["Ingen offentlig myndighed har ansvaret."]
    assert titles_of(get(client, "/find-tilbud/?ansvarlig=none")) == ["Besøgsvenner"]
    both = titles_of(get(client, "/find-tilbud/?ansvarlig=none&ukendt=ja"))
    assert sorted(both) == ["Besøgsvenner", "Ikke svaret"]


def test_who_does_the_work_is_told_beside_and_finds_the_offer(client, rehabilitation, at, committed):
    at(BEFORE)
    with committed():
        rehabilitation.performers = [
            OfferPerformer(name="Træningsfabrikken", last_day=OLD_YEAR),
            OfferPerformer(name="Benklinikken", first_day=NEW_YEAR),
        ]
        rehabilitation.save()
    told = block(page_of(client, rehabilitation))
    assert told[1] == "Træningsfabrikken udfører arbejdet."
    assert told[-1] == "Fra 1. januar 2027 er det Benklinikken, der udfører arbejdet."
    at(AFTER)
    assert "Indtil 31. december 2026: Træningsfabrikken" in block(page_of(client, rehabilitation))
    assert titles_of(get(client, "/find-tilbud/?q=Træningsfabrikken")) == ["Genoptræning"]


def test_recipients_of_referrals_change_with_the_day(client, rehabilitation, vejle_kommune, region, at, committed):
    with committed():
        for row, number in ((vejle_kommune, "5790000000001"), (region, "5790000000002")):
            row.recipients = [
                ReferralRecipient(purpose="forebyggelse", message="XREF15", name="Indgangen", number=number)
            ]
            row.save()
        rehabilitation.access = "referral"
        rehabilitation.save()
    for moment, there, gone in ((BEFORE, "1", "2"), (AFTER, "2", "1")):
        at(moment)
        words = text_of(page_of(client, rehabilitation))
        assert "XREF15" in words
        assert f"lokationsnummer 579000000000{there}" in words
        assert f"579000000000{gone}" not in words


def test_a_draft_that_changes_it_is_seen_in_its_preview_and_nowhere_else(client, rehabilitation, vejle_kommune, at):
    at(BEFORE)
    draft = type(rehabilitation).objects.get(pk=rehabilitation.pk)
    draft.authorities = [OfferAuthority(authority=vejle_kommune)]
    draft.save_revision()
    kept = draft.get_latest_revision_as_object()
    assert block(kept.make_preview_request()) == ["Vejle Kommune har ansvaret."]
    assert AHEAD in block(page_of(client, rehabilitation))
    draft.get_latest_revision().publish()
    assert block(page_of(client, rehabilitation)) == ["Vejle Kommune har ansvaret."]


def test_two_authorities_on_one_day_are_refused_with_what_to_do(rehabilitation, vejle_kommune, region):
    rehabilitation.authorities = [
        OfferAuthority(authority=vejle_kommune),
        OfferAuthority(authority=region, first_day=NEW_YEAR),
    ]
    with pytest.raises(ValidationError, match="Giv den række, der stopper, en sidste dag"):
        rehabilitation.save()


def test_names_and_rows_of_hostile_text_are_only_text(client, owner, at, committed):
    at(BEFORE)
    evil = "<script>alert(1)</script>%(day)s {{ 7*7 }}"
    with committed():
        offer = DropInCentreFactory(title="Tilbud", parent=owner)
        row = authority("ond", "region", (evil, NEW_YEAR, None))
        offer.authorities = [OfferAuthority(authority=row, first_day=NEW_YEAR)]
        offer.performers = [OfferPerformer(name=evil)]
        offer.save()
    for response in (page_of(client, offer), get(client, "/find-tilbud/")):
        assert "<script>alert" not in response.content.decode()
        assert f"er det {evil}, der har ansvaret" in text_of(response)


def test_an_authority_without_a_name_for_the_day_is_called_what_it_was_last(region):
    region.names = [AuthorityName(name="Region Hovedstaden", last_day=date(2020, 1, 1))]
    region.save()
    assert str(region) == "Region Hovedstaden"
