"""What nobody has checked, and what is past its last day, is nowhere: on the page, on paper, in the search, in machines' files."""

from datetime import datetime, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from directory.entitlements.editions import mark_checked, withdraw
from directory.indexing.source import entries
from directory.offers import page as offer_page
from tests import factories
from tests.directory.entitlements.describing import FREE, days_ahead, described, line, saved, take
from tests.directory.reading import get, text_of, titles_of

pytestmark = pytest.mark.django_db
#: Where the offer stands.
PATH = "/huset/samtaler/"


@pytest.fixture
def offer(index, municipality_site):
    owner = factories.OrganisationFactory(title="Huset", parent=municipality_site)
    return factories.GuidanceFactory(title="Samtaler", parent=owner)


def everywhere(client, offer) -> dict[str, str]:
    """All that citizens and machines can read of an offer, by where."""
    return {
        "page": text_of(get(client, PATH)),
        "English page": text_of(get(client, f"/en{PATH}")),
        "raw page": get(client, PATH).content.decode(),
        "paper": text_of(get(client, reverse("shortlist_print", args=[str(offer.pk)]))),
        "list": text_of(get(client, "/find-tilbud/")),
        "calendar": get(client, reverse("offer_calendar", args=[offer.pk])).content.decode(),
        "site map": get(client, "/sitemap.xml").content.decode(),
        "index": repr(list(entries([offer.pk]))),
    }


def where(client, offer, text: str = FREE) -> set[str]:
    """Where a text is read."""
    return {name for name, content in everywhere(client, offer).items() if text in content}


READ = {"page", "English page", "raw page", "paper"}


def test_a_line_that_somebody_has_checked_is_read_on_the_page_and_on_paper(client, offer):
    take(offer, described())
    assert where(client, offer) == READ


def test_what_nobody_has_checked_is_nowhere_and_neither_are_the_words_for_it(client, offer):
    take(offer, described(words="frynsegode", checked=False))
    assert where(client, offer) == set()
    assert where(client, offer, "frynsegode") == set()
    assert "Hvad har du ret til" not in everywhere(client, offer)["page"]


def test_what_is_taken_back_is_gone_at_once(client, offer):
    row = described()
    take(offer, row)
    withdraw(row.newest)
    assert where(client, offer) == set()


def test_an_outdated_line_is_nowhere_and_the_others_stay(client, offer):
    row = described(line(), line("Du må være anonym."))
    take(offer, row)
    saved(row, line(days=-1), line("Du må være anonym."))
    assert where(client, offer) == set()
    assert where(client, offer, "Du må være anonym.") == READ


def test_where_all_lines_are_outdated_there_is_no_heading_without_a_text(client, offer):
    row = described()
    take(offer, row)
    saved(row, line(days=-1))
    assert "Hvad har du ret til" not in everywhere(client, offer)["page"]


def test_a_line_is_read_on_its_last_day_and_hidden_from_midnight_on(client, offer, monkeypatch):
    take(offer, described(line(days=0)))
    last = timezone.make_aware(datetime.combine(timezone.localdate(), datetime.max.time()))
    for moment, is_read in ((last, True), (last + timedelta(seconds=1), False)):
        monkeypatch.setattr(offer_page, "local_now", lambda moment=moment: moment)
        assert (FREE in text_of(get(client, PATH))) is is_read


def test_a_page_that_is_kept_whole_does_not_outlive_the_day(client, offer, settings, monkeypatch):
    settings.PAGES_KEPT_BYTES = 2**20
    take(offer, described(line(days=0)))
    assert FREE in text_of(get(client, PATH))
    tomorrow = timezone.make_aware(datetime.combine(days_ahead(1), time(0, 0, 1)))
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert FREE not in text_of(get(client, PATH))


def test_each_line_leads_to_its_paragraph_and_says_when_it_was_read(client, offer):
    take(offer, described())
    block = BeautifulSoup(get(client, PATH).content, "html.parser").select_one("#rettigheder").parent
    link = block.select_one("a")
    assert (link["href"], link["rel"]) == ("https://example.org/paragraf/1", ["noreferrer", "nofollow"])
    assert FREE in link.get_text()
    assert "Kontrolleret" in block.get_text()


def test_what_an_editor_writes_is_text_and_never_markup(client, offer):
    take(offer, described(line("<script>alert(1)</script> Gratis")))
    html = get(client, PATH).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Gratis" in html
    assert "<script>alert(1)" not in html


def test_a_newer_edition_reaches_no_offer_by_itself(client, offer):
    row = described()
    take(offer, row)
    saved(row, line("Det koster 100 kroner."))
    mark_checked(row.newest, None)
    assert where(client, offer) == READ
    assert where(client, offer, "100 kroner") == set()


def test_the_words_people_use_find_the_offers_that_have_taken_it(client, index, municipality_site, committed):
    owner = factories.OrganisationFactory(title="Huset", parent=municipality_site)
    with committed():
        offer = factories.GuidanceFactory(title="Samtaler", parent=owner)
        row = described(words="frynsegode\nhjælp til fryns", checked=False)
        take(offer, row)
    assert titles_of(get(client, "/find-tilbud/?q=frynsegode")) == []
    with committed():
        mark_checked(row.newest, None)
    assert titles_of(get(client, "/find-tilbud/?q=frynsegode")) == ["Samtaler"]
    with committed():
        row.words = "noget helt andet"
        row.save()
    assert titles_of(get(client, "/find-tilbud/?q=frynsegode")) == []


def test_an_offer_with_a_description_costs_no_query_more(client, offer):
    get(client, PATH)
    with CaptureQueriesContext(connection) as without:
        get(client, PATH)
    take(offer, described())
    get(client, PATH)
    with CaptureQueriesContext(connection) as with_it:
        get(client, PATH)
    assert len(with_it) == len(without)
