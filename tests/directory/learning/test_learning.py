"""What is counted of searches: what happened, never who. Nothing typed is in a log."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from directory.learning import counting as learning
from directory.learning.counting import DAYS, OFTEN
from directory.models import CrisisWords, SearchCount, SearchTerm
from directory.vocabulary.current import forget_words
from tests.factories import (
    DropInCentreFactory,
    FindOffersFactory,
    MunicipalityFactory,
    NeedFactory,
    OrganisationFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(index, committed, settings):
    """A site that counts, with one offer."""
    settings.SEARCH_COUNTING = True
    forget_words()
    with committed():
        FindOffersFactory()
        owner = OrganisationFactory(parent=MunicipalityFactory(slug="vejle"))
        DropInCentreFactory(title="Kaffestuen", parent=owner, needs=[NeedFactory(name="Ensomhed", slug="ensomhed")])
        CrisisWords.objects.create(topic="life", phrases="vil ikke leve")
    learning.write_counts()
    SearchCount.objects.all().delete()
    SearchTerm.objects.all().delete()
    yield
    learning.write_counts()
    forget_words()


def counted():
    learning.write_counts()
    return {(row.what, row.value): row.count for row in SearchCount.objects.all()}


def search(client, times=1, **asked):
    for _time in range(times):
        assert client.get("/find-tilbud/", asked).status_code == 200


def test_choices_and_searches_are_counted(client, site):
    search(client, q="kaffe")
    search(client, behov="ensomhed")
    assert counted() == {("search", ""): 2, ("filter", "need:ensomhed"): 1}


def test_what_found_nothing_is_counted_by_what_was_meant(client, site):
    search(client, q="drageflyvning")
    assert counted()["nothing", ""] == 1


def test_looking_at_everything_and_turning_pages_is_no_search(client, site):
    search(client)
    client.get("/find-tilbud/?q=kaffe&side=2")
    assert counted() == {}


def many_days(client, text, times=OFTEN):
    """Search on as many days as it takes."""
    for ago in reversed(range(DAYS)):
        search(client, times, q=text)
        learning.write_counts()
        SearchTerm.objects.update(last_day=timezone.localdate() - timedelta(days=ago + 1))


def test_a_text_is_kept_once_it_is_common(client, site):
    search(client, OFTEN, q="drageflyvning")
    learning.write_counts()
    term = SearchTerm.objects.get()
    assert (term.text, term.seen, term.nothing) == ("", OFTEN, OFTEN)
    assert "drage" not in term.fingerprint
    many_days(client, "Drageflyvning ")
    term.refresh_from_db()
    assert term.text == "drageflyvning"


def test_a_text_that_few_searched_for_stays_unknown(client, site):
    many_days(client, "drageflyvning", times=1)
    assert SearchTerm.objects.get().text == ""


@pytest.mark.parametrize(
    "text",
    [
        "ring til 12345678",
        "mit navn er per",
        "010190-1234",
        "skriv til mig@example.org",
        "qwxzq",
        "kaffe " * 30,
        "\x00",
    ],
)
def test_what_might_tell_who_it_was_is_not_even_fingerprinted(client, site, text):
    search(client, 3, q=text)
    learning.write_counts()
    assert not SearchTerm.objects.exists()


def test_a_search_in_a_crisis_is_not_counted_at_all(client, site):
    search(client, 3, q="jeg vil ikke leve")
    assert counted() == {}
    assert not SearchTerm.objects.exists()


def test_nothing_typed_is_in_any_log(client, site, caplog):
    with caplog.at_level(logging.DEBUG):
        for text in ("drageflyvning", "jeg vil ikke leve", "kafffe"):
            search(client, q=text)
        learning.write_counts()
    logged = " ".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    for text in ("drageflyvning", "vil ikke leve", "kafffe"):
        assert text not in logged


def test_a_search_writes_nothing_before_its_answer_is_sent(client, site):
    search(client, q="kaffe")
    assert not SearchCount.objects.exists()


def test_what_is_old_is_forgotten(client, site):
    long_ago = timezone.localdate() - timedelta(days=500)
    SearchCount.objects.create(day=long_ago, what="search", count=1)
    SearchTerm.objects.create(fingerprint="a", last_day=long_ago)
    SearchTerm.objects.create(fingerprint="b", last_day=timezone.localdate() - timedelta(days=100))
    search(client, q="kaffe")
    assert counted() == {("search", ""): 1}
    assert not SearchTerm.objects.filter(fingerprint__in=["a", "b"]).exists()
