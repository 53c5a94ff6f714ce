"""What a support worker makes of a list: a comparison, a board of the week, a text for the record."""

from datetime import datetime, time

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import OpeningHours
from directory.models.place import AddressVisibility
from directory.shortlist.compare import MAX_COLUMNS
from tests.factories import DropInCentreFactory, FindOffersFactory, OrganisationFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def monday(monkeypatch):
    """Nine in the morning of a Monday."""
    now = datetime(2026, 11, 30, 9, tzinfo=timezone.get_default_timezone())
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def offers(index, committed):
    """Two that differ in a few facts, one of them open on weekdays, and one of which little is told."""
    with committed():
        FindOffersFactory()
        owner = OrganisationFactory(title="Foreningen ved Åen")
        open_one = DropInCentreFactory(
            title="Anemonen", parent=owner, phone="76000000", must_talk="no", noise="1", dogs="yes", free="yes",
            place=PlaceFactory(step_free="yes", lift="no"),
        )  # fmt: skip
        open_one.opening_hours = [
            OpeningHours(weekday=day, opens=time(10), closes=time(15 if day else 12)) for day in range(5)
        ]
        open_one.save_revision().publish()
        loud = DropInCentreFactory(
            title="Birken", parent=owner, phone="", must_talk="no", noise="4", dogs="yes",
            referral_how="Ring til visitationen på 76 00 00 01.",
        )  # fmt: skip
        return [open_one, loud, DropInCentreFactory(title="Cypressen <b>", parent=owner, phone="76000002")]


def path_of(offers, end):
    return "/liste/" + "-".join(str(offer.pk) for offer in offers) + f"/{end}/"


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows_of(page):
    """What the table says, by the label of each row."""
    rows = {row.th.get_text(" ", strip=True): row.select("td") for row in page.select(".vv-compare tbody tr")}
    return {label: [_words(cell) for cell in cells] for label, cells in rows.items()}


def _words(cell):
    cell.select_one(".vv-compare__of").extract()
    return cell.get_text(" ", strip=True)


def test_what_differs_stands_in_the_table_and_what_is_alike_is_folded(client, offers):
    page = soup(client.get(path_of(offers[:2], "sammenlign")))
    alike = [row.get_text(" ", strip=True) for row in page.select("details li")]
    rows = rows_of(page.select_one("main"))
    assert rows["Lyd"] == ["Næsten stille", "Der kan være larm"]
    assert {"Du skal tale: Nej", "Hunde må komme med: Ja"} <= set(alike)
    assert not set(rows) & {line.split(":")[0] for line in alike}


def test_what_only_one_tells_is_folded_and_what_nobody_tells_is_left_away(client, offers):
    page = soup(client.get(path_of(offers[:2], "sammenlign")))
    told = rows_of(page.select("details")[-1])
    assert told["Uden trin hele vejen ind"] == ["Ja", "Det ved vi ikke"]
    assert told["Hvornår"][0] == "Mandag kl. 10–12; Tirsdag til fredag kl. 10–15"
    assert "Toilet" not in page.select_one("main").get_text()


def test_a_table_is_read_by_its_heads_also_where_its_rows_are_stacked(client, offers):
    page = soup(client.get(path_of(offers[:2], "sammenlign")))
    table = page.select_one("table[role=table]")
    assert [head.get("scope") for head in table.select("thead th")] == ["col", "col"]
    assert {row.th.get("scope") for row in table.select("tbody tr")} == {"row"}
    assert all(cell["role"] == "cell" for cell in table.select("td"))
    assert [name.get_text() for name in table.select("tbody tr")[0].select(".vv-compare__of")] == ["Anemonen", "Birken"]


def test_one_is_taken_away_until_two_are_left(client, offers):
    page = soup(client.get(path_of(offers, "sammenlign")))
    taken = [link["href"] for link in page.select("thead .vv-tap")]
    assert taken[0] == path_of(offers[1:], "sammenlign")
    page = soup(client.get(taken[0]))
    assert page.select("thead .vv-tap") == []
    assert "Cypressen &lt;b&gt;" in str(page.select_one("thead"))


def test_of_a_long_list_the_first_four_are_compared(client, offers):
    more = [*offers, *(DropInCentreFactory(title=f"Nummer {n}", parent=offers[0].get_parent()) for n in range(3))]
    page = soup(client.get(path_of(more, "sammenlign")))
    assert len(page.select_one("table").select("thead th")) == MAX_COLUMNS
    assert "De første fire tilbud" in page.get_text()


def test_a_secret_house_tells_nothing_of_its_steps(client, offers):
    place = offers[0].place
    place.visibility = AddressVisibility.SECRET
    place.save()
    rows = rows_of(soup(client.get(path_of(offers[:2], "sammenlign"))))
    assert "Uden trin hele vejen ind" not in rows
    assert place.street not in " ".join(rows["Hvor"])


@pytest.mark.usefixtures("monday")
def test_the_board_of_a_week_has_each_time_on_its_day_and_what_has_none_by_itself(client, offers):
    page = soup(client.get(path_of(offers, "uge")))
    days = page.select(".vv-week__days > li")
    assert days[0].h2.get_text().split()[0] == "mandag"
    assert len(days) == 7
    told = [[entry.get_text(" ", strip=True) for entry in day.select(".vv-week__entry")] for day in days]
    assert [len(entries) for entries in told] == [1, 1, 1, 1, 1, 0, 0]
    assert told[0][0].startswith("10 til 12 Anemonen")
    untold = [entry.get_text(" ", strip=True) for entry in page.select(".vv-week__untold .vv-week__entry")]
    assert [words.split()[0] for words in untold] == ["Birken", "Cypressen"]
    assert "76\N{NO-BREAK SPACE}00\N{NO-BREAK SPACE}00\N{NO-BREAK SPACE}02" in untold[1]


@pytest.mark.parametrize(("asked", "given"), [("", "a4"), ("a4", "a4"), ("a3", "a3"), ("<b>", "a4")])
def test_the_board_is_made_for_paper_of_two_sizes(client, offers, asked, given):
    page = soup(client.get(path_of(offers, "uge"), {"papir": asked}))
    assert page.select_one(f".vv-week--{given}")
    assert page.select_one("[aria-current=true]").get_text(strip=True).endswith(given.upper())


@pytest.mark.usefixtures("monday")
def test_the_text_for_the_record_says_how_one_gets_there_and_nothing_of_the_citizen(client, offers):
    page = soup(client.get(path_of(offers[:2], "x").removesuffix("x/")))
    text = page.select_one("#journal-text").get_text().strip()
    first, second, day = text.split("\n\n")
    assert first.splitlines()[:2] == ["Anemonen (Foreningen ved Åen)", "Kontakt: 76000000"]
    assert first.splitlines()[-1].startswith("Link: http://")
    assert "Vejen ind: Ring til visitationen på 76 00 00 01." in second
    assert day == "Slået op den 30. november 2026."
    assert page.select_one("#journal [data-copy]")["data-copy"].strip() == text


@pytest.mark.parametrize("end", ["sammenlign", "uge"])
@pytest.mark.parametrize("keys", ["0", "x", "99999999999999999999"])
def test_a_senseless_list_says_that_there_is_nothing(client, offers, keys, end):
    assert "Listen er tom" in soup(client.get(f"/liste/{keys}/{end}/")).get_text()


@pytest.mark.parametrize("end", ["sammenlign", "uge"])
def test_it_leaves_no_trace(client, offers, end):
    headers = client.get(path_of(offers, end)).headers
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")


@pytest.mark.parametrize("end", ["sammenlign", "uge"])
def test_a_longer_list_asks_the_database_no_more(client, offers, end):
    client.get(path_of(offers, end))
    asked = {}
    for some in (offers[:2], offers):
        with CaptureQueriesContext(connection) as queries:
            client.get(path_of(some, end))
        asked[len(some)] = len(queries)
    assert asked[2] == asked[3]
