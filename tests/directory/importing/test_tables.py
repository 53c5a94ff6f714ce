"""Offers from a spreadsheet: as Danes save it, with Danish headings, row by row, and never larger than can be meant."""

import io
import json
import zipfile
from contextlib import nullcontext, suppress
from datetime import date, time

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from directory.importing.errors import Unreadable
from directory.importing.read.cells import record
from directory.importing.read.tables import MAX_BYTES, MAX_ROWS, read_table
from directory.management.commands.import_offers import SOME_REFUSED, Command, RowsRefused
from directory.models import OfferPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("branches")]

HEAD = (
    "Navn;Type;Kommune;Organisation;Kort beskrivelse;Telefon;Åbningstider;Alder fra;Anonym;Målgruppe;Adgang;Hjemmeside"
)
ROW = (
    "Værestedet på Ærø;Værested;Ærø;Foreningen Ågård;Et sted at være;0045 12 34 56 78;man-fre 10-15;18;ja;unge, ensomme;"
    "Bare kom;www.example.dk"
)
CSV = f"{HEAD}\r\n{ROW}\r\n"


@pytest.fixture
def load(tmp_path):
    """Import the bytes of a table; what the command said."""

    def imported(data, *options, name="tilbud.csv"):
        path = tmp_path / name
        path.write_bytes(data)
        out = io.StringIO()
        with translation.override("en"), suppress(RowsRefused):
            call_command("import_offers", path, *options, stdout=out)
        return out.getvalue()

    return imported


def workbook(*rows):
    book, held = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(held)
    return held.getvalue()


def the_offer():
    return OfferPage.objects.get().specific


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("cp1252"),
        CSV.encode("utf-16"),
        CSV.replace(";", "\t").encode(),
        CSV.replace("unge, ensomme", '"unge, ensomme"')
        .replace(";", ",")
        .replace('"unge, ensomme"', '"unge, ensomme"')
        .encode(),
        CSV.replace("\r\n", "\n").encode() + b"\n\n;;;\n",
        CSV.upper().replace(ROW.upper(), ROW).encode(),
    ],
    ids=["utf-8", "bom", "windows", "utf-16", "tabs", "commas", "empty lines", "capitals"],
)
def test_a_table_is_read_however_it_was_saved(load, data):
    assert "Created: 1." in load(data)
    offer = the_offer()
    assert (offer.title, offer.kind, offer.phone) == ("Værestedet på Ærø", "drop_in_centre", "0045 12 34 56 78")
    assert (offer.age_min, offer.anonymous, offer.access, offer.website) == (
        18,
        "yes",
        "drop_in",
        "https://www.example.dk",
    )
    assert offer.get_parent().title == "Foreningen Ågård"
    assert offer.opening_hours.count() == 5
    assert offer.audiences.count() == 2


def test_excel_is_read_as_the_same_table(load):
    row = [*ROW.split(";")]
    row[7] = 18
    assert "Created: 1." in load(workbook(HEAD.split(";"), row), name="tilbud.xlsx")
    from_excel = (the_offer().title, the_offer().age_min, the_offer().opening_hours.count())
    assert "Unchanged: 1." in load(CSV.encode())
    assert from_excel == ("Værestedet på Ærø", 18, 5)


def test_new_rows_are_drafts_and_publishing_one_is_no_edit_of_it(load):
    load(CSV.encode())
    assert not the_offer().live
    the_offer().get_latest_revision().publish()
    assert "Unchanged: 1." in load(CSV.encode())
    assert "Updated: 1." in load(CSV.replace("Et sted at være", "Et andet sted").encode())
    assert (the_offer().live, the_offer().teaser) == (True, "Et andet sted")


def test_a_draft_that_its_file_changes_stays_a_draft(load):
    load(CSV.encode())
    assert "Updated: 1." in load(CSV.replace("Et sted at være", "Et andet sted").encode())
    assert (the_offer().live, the_offer().teaser) == (False, "Et andet sted")
    assert "Updated: 1." in load(CSV.replace("Et sted at være", "Et tredje").encode(), "--publish")
    assert the_offer().live


def test_who_runs_it_by_the_clock_sees_by_how_it_ends_that_rows_were_refused(tmp_path):
    path = tmp_path / "tilbud.csv"
    for data, ended in ((CSV, 0), (CSV.replace("0045 12 34 56 78", "12 34"), SOME_REFUSED)):
        path.write_bytes(data.encode())
        with pytest.raises(SystemExit) if ended else nullcontext() as stopped:
            Command().run_from_argv(["manage.py", "import_offers", str(path), "--dry-run"])
        assert (stopped.value.code if ended else 0) == ended


def test_who_says_so_publishes_at_once(load):
    load(CSV.encode(), "--publish")
    assert the_offer().live


def test_looking_only_writes_nothing(load):
    assert "Created: 1." in load(CSV.encode(), "--dry-run")
    assert not OfferPage.objects.exists()


def test_what_is_wrong_is_told_by_its_row_and_by_the_name_of_its_column(load):
    bad = ROW.replace("0045 12 34 56 78", "12 34 56").replace("på Ærø", "nr. 2")
    cpr = ROW.replace("Et sted at være", "Ring til 010190-1234").replace("på Ærø", "nr. 3")
    said = load(f"{CSV}{bad}\r\n{cpr}\r\n".encode())
    assert "Row 3," in said
    assert "“Telefon”" in said
    assert "Row 4," in said
    assert "Created: 1." in said
    assert "Refused: 2." in said


def test_columns_that_nobody_knows_are_named_and_a_mapping_gives_them_a_field(load, tmp_path):
    data = CSV.replace("Navn;", "Sted;").encode()
    with pytest.raises(CommandError, match="Navn"):
        load(data)
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps({"Sted": "name"}), encoding="utf-8")
    assert "Created: 1." in load(data, "--mapping", mapping)
    more = CSV.replace("Hjemmeside", "Hjemmeside;Vores eget").replace("www.example.dk", "www.example.dk;42")
    assert "These columns are not read: Vores eget" in load(more.encode())


def test_the_municipality_may_be_said_once_for_all_rows(load):
    data = CSV.replace(";Kommune", "").replace(";Ærø;", ";").encode()
    assert "Refused: 1." in load(data)
    assert "Created: 1." in load(data, "--municipality", "Ærø")


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ("mandag-fredag kl. 10.30-15", [("mandag-fredag", "10.30", "15:00", "")]),
        ("man 9-12; tors 14:00–16:00", [("man", "9:00", "12:00", ""), ("tors", "14:00", "16:00", "")]),
        ("lørdag 10 til 14 i lige uger", [("lørdag", "10:00", "14:00", "i lige uger")]),
    ],
)
def test_times_are_read_as_people_write_them(told, hours):
    rows = record({"name": "x", "opening_hours": told})["opening_hours"]
    assert [tuple(row[name] for name in ("days", "from", "to", "note")) for row in rows] == hours


def test_times_that_nobody_can_read_are_told_in_their_own_words(load):
    assert "Created: 1." in load(CSV.replace("man-fre 10-15", "efter aftale").encode())
    assert (the_offer().schedule_text, the_offer().opening_hours.count()) == ("efter aftale", 0)


def test_cells_of_excel_become_what_somebody_would_have_written():
    head = ["Navn", "Pris", "Telefon", "Tider", "Kilde", "Anonym"]
    rows, _unknown = read_table(workbook(head, ["Café", 25.0, 12345678, time(9, 30), date(2026, 5, 1), True]))
    assert {name: rows[0].value[name] for name in ("cost", "phone", "schedule_text", "source_url")} == {
        "cost": "25",
        "phone": "12345678",
        "schedule_text": "09:30",
        "source_url": "2026-05-01",
    }
    assert rows[0].value["anonymous"] is True


def test_a_small_file_that_would_be_a_huge_one_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"\0" * 250_000_000)
    with pytest.raises(Unreadable):
        read_table(held.getvalue())


def entities():
    """An Excel file whose sheet tries to grow when it is read."""
    book = io.BytesIO(workbook(["Navn"], ["Café"]))
    held = io.BytesIO()
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "haha">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + "]>"
    )
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = laughs.encode() + data.replace(b"<sheetData>", b"<sheetData><!-- -->&j;")
            new.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n;;\n",
        b"PK\x03\x04nonsense",
        b"x" * (MAX_BYTES + 1),
        b"Navn\n" + b"x\n" * (MAX_ROWS + 1),
        b"\x00\x01\x02",
        entities(),
    ],
    ids=["nothing", "only separators", "broken", "too large", "too many rows", "no table", "entities"],
)
def test_what_is_no_table_is_refused_in_words(data):
    with pytest.raises(Unreadable):
        read_table(data)


def test_markup_and_formulas_in_a_cell_are_text(load):
    load(CSV.replace("Et sted at være", "=1+1 <script>alert(1)</script>").encode())
    assert "<script" not in the_offer().teaser
    assert the_offer().teaser.startswith("=1+1")
