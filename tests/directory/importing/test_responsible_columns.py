"""Who is responsible and who does the work, as people write it in a spreadsheet or a file of their own."""

from datetime import date

import pytest

from directory.importing.exact.fields import authority_rows
from directory.importing.read.cells import record
from directory.importing.read.tables import read_table
from directory.models import Authority, AuthorityName, OfferPage
from tests.directory.importing.test_import import row, the_offer
from tests.directory.importing.test_tables import workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("branches", "authorities")]

OLD_YEAR, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
def authorities():
    """Two regions that become one, by name as by law, and the municipality."""
    for slug, kind, names in (
        ("vejle", "municipality", {"Vejle Kommune": (None, None)}),
        ("oest", "region", {"Region Hovedstaden": (None, OLD_YEAR), "Region Østdanmark": (NEW_YEAR, None)}),
    ):
        authority = Authority.objects.create(slug=slug, kind=kind)
        for name, (first, last) in names.items():
            AuthorityName.objects.create(authority=authority, name=name, first_day=first, last_day=last)


def changing_hands(**facts):
    return row(
        authorities=[
            {"authority": "Vejle Kommune", "to": "2026-12-31"},
            {"authority": "Region Østdanmark", "from": "2027-01-01"},
        ],
        performers=[{"name": "Foreningen Fra Vest til Øst", "from": "2027-01-01", "to": "2027-06-30"}],
        **facts,
    )


def told():
    offer = the_offer()
    return authority_rows(offer), [(row.name, row.first_day, row.last_day) for row in offer.performers.all()]


CHANGED_HANDS = (
    [
        {"authority": "vejle", "first_day": None, "last_day": OLD_YEAR},
        {"authority": "oest", "first_day": NEW_YEAR, "last_day": None},
    ],
    [("Foreningen Fra Vest til Øst", NEW_YEAR, date(2027, 6, 30))],
)


def test_a_row_tells_both_with_their_days_and_again_changes_nothing(run):
    assert "Created: 1." in run([changing_hands()])
    assert told() == CHANGED_HANDS
    assert "Unchanged: 1." in run([changing_hands()])


def test_an_authority_is_known_by_any_of_its_names_and_by_its_lasting_one(run):
    for name in ("region hovedstaden", "Region Østdanmark", "OEST"):
        run([row(authorities=[{"authority": name}])], "--force")
        assert [told_of["authority"] for told_of in told()[0]] == ["oest"]


def test_a_row_that_says_nothing_of_it_leaves_what_stands_here(run):
    run([changing_hands()])
    assert "Updated: 1." in run([row(summary="Nyt fra kilden.")])
    assert told() == CHANGED_HANDS


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("authorities", [{"authority": "Region Nord"}], "no authority called Region Nord here"),
        ("authorities", [{"authority": "vejle"}, {"authority": "oest", "from": "2027-01-01"}], "on the same day"),
        ("authorities", [{"authority": "vejle", "from": "1. januar"}], "“authorities”: 1. januar is no day"),
        ("authorities", [{"authority": "vejle", "from": "2027-02-30"}], "2027-02-30 is no day"),
        ("authorities", [{"authority": "vejle", "from": 2027}], "“from” should be text"),
        ("authorities", [{"authority": "vejle", "from": "2027-01-02", "to": "2027-01-01"}], "is before the first"),
        ("authorities", [{"to": "2027-01-01"}], "“authority” is missing"),
        ("authorities", "vejle", "“authorities” should be a short list of { authority, from, to }"),
        ("authorities", [{"authority": "vejle", "from": "2027-01-01"}] * 51, "should be a short list"),
        ("performers", ["Huset"], "“performers” should be a short list of { name, from, to }"),
        ("performers", [{"name": "x" * 121}], "at most 120 fit"),
        ("performers", [{"name": "Ring 010190-1234"}], "performers.name"),
    ],
)
def test_what_cannot_be_costs_its_row_alone_and_says_what_to_mend(run, field, value, said):
    answer = run([row(**{field: value}), row(id="vejle--andet", name="Andet")])
    assert "Created: 1." in answer
    assert "Row 1, vejle--huset: refused." in answer
    assert said in answer
    assert not OfferPage.objects.filter(title="Huset").exists()


@pytest.mark.parametrize(
    ("cell", "rows"),
    [
        ("Vejle Kommune", [("Vejle Kommune", None, None)]),
        (
            "Vejle Kommune til 31-12-2026; Region Østdanmark fra 1. januar 2027",
            [("Vejle Kommune", None, "2026-12-31"), ("Region Østdanmark", "2027-01-01", None)],
        ),
        (
            "Vejle Kommune, fra og med 1/2/2026 til og med 31.12.2026\nRegion Østdanmark fra 2027-01-01",
            [("Vejle Kommune", "2026-02-01", "2026-12-31"), ("Region Østdanmark", "2027-01-01", None)],
        ),
        ("Hjælp fra dig til andre", [("Hjælp fra dig til andre", None, None)]),
        ("Huset fra 1. juni  2027", [("Huset", "2027-06-01", None)]),
        ("Huset fra 1. jumi 2027", [("Huset", "1. jumi 2027", None)]),
        ("Huset til 31-12-26", [("Huset", None, "31-12-26")]),
        (" ; |\n", []),
    ],
)
def test_a_cell_is_read_as_people_write_it(cell, rows):
    for field, name in (("authorities", "authority"), ("performers", "name")):
        read = record({"name": "x", field: cell})[field]
        assert [(one[name], one.get("from"), one.get("to")) for one in read] == rows


def test_excel_has_a_column_for_each():
    head = ["Navn", "Ansvarlig myndighed", "Udfører"]
    rows, unknown = read_table(workbook(head, ["Café", "Vejle Kommune til 31-12-2026", "Huset"]))
    assert unknown == []
    assert rows[0].value["authorities"] == [{"authority": "Vejle Kommune", "to": "2026-12-31"}]
    assert rows[0].value["performers"] == [{"name": "Huset"}]
    assert rows[0].in_its_words("“authorities”: x") == "“Ansvarlig myndighed”: x"
