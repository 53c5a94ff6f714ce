"""A file in which nearly everything is wrong: one line a fault, and everything else is imported."""

import io
import json

import pytest
from django.core.management import call_command
from django.utils import translation

from directory.management.commands.import_offers import RowsRefused
from directory.models import OfferPage, OrganisationPage
from tests import factories
from tests.directory.importing.test_import import row

CPR = "010190" + "-1234"  # put together here, so that no file holds one

BROKEN = {
    "missing id": {"id": None},
    "empty id": {"id": "  "},
    "id of another type": {"id": 17},
    "long id": {"id": "x" * 200},
    "cpr in the id": {"id": f"vejle--{CPR}"},
    "unknown kind": {"kind": "spaceship"},
    "kind of another type": {"kind": ["drop_in_centre"]},
    "missing name": {"name": None},
    "missing summary": {"summary": None, "description": None},
    "long summary": {"summary": "ord " * 60},
    "missing organisation": {"organisation": ""},
    "age as text": {"age_min": "18+"},
    "negative age": {"age_min": -1},
    "age of a tree": {"age_max": 200},
    "age as yes": {"age_min": True},
    "half an age": {"age_min": 17.5},
    "ages the wrong way round": {"age_min": 60, "age_max": 18},
    "far too long text": {"description": "x" * 5_000_000},
    "null bytes": {"description": "Hej\x00 du"},
    "half a character": {"description": "\ud83d"},
    "text of another type": {"description": {"da": "Hej"}},
    "needs of another type": {"needs": "ensomhed"},
    "a number among the needs": {"needs": ["ensomhed", 3]},
    "unknown municipality": {"municipality": "Atlantis"},
    "impossible phone": {"phone": "ring bare"},
    "impossible mail": {"email": "skriv@"},
    "impossible address": {"website": "javascript:alert(1)"},
    "impossible source": {"source_url": "ftp://old.example"},
    "cpr in an address": {"website": f"https://example.org/{CPR}"},
    "cpr in the source": {"source_url": f"https://example.org/?id={CPR}"},
    "cpr with spaces": {"organisation": "Huset 01 01 90 " + "12 34"},
    "cpr with dots": {"city": "0.1.0.1.9.0." + "1.2.3.4"},
    "cpr in a text": {"description": f"Spørg efter {CPR}."},
    "cpr deep in a list": {"accessibility": ["Elevator", f"Nøgle {CPR}"]},
    "hours of another type": {"opening_hours": "altid"},
    "schedules of another type": {"schedules": {"freq": "WEEKLY"}},
    "hours on no day": {"opening_hours": [{"days": "torgdag", "from": "10:00", "to": "12:00"}]},
    "hours at no time": {"opening_hours": [{"days": "mandag", "from": "ti", "to": "12:00"}]},
    "hours without an end": {"opening_hours": [{"days": "mandag", "from": "10:00", "to": None}]},
    "hours that are no time at all": {"opening_hours": [{"days": "mandag", "from": "10:00", "to": "10:00"}]},
    "unknown postal code": {"postal_code": "9999"},
    "unknown referral": {"referral": "dentist"},
    "unknown confidence": {"confidence": "total"},
    "anonymous perhaps": {"anonymous": "måske"},
}


@pytest.mark.django_db
def test_every_fault_is_one_line_and_everything_else_is_imported(tmp_path):
    factories.MunicipalityFactory(title="Vejle")
    path = tmp_path / "offers.json"
    path.write_bytes(_file())
    out = io.StringIO()
    with translation.override("en"), pytest.raises(RowsRefused):
        call_command("import_offers", path, stdout=out)

    lines = out.getvalue().splitlines()
    refused = [line for line in lines if "refused." in line]
    # Those above, and: no object, no JSON, another encoding, an id for the second time.
    assert len(refused) == len(BROKEN) + 4
    assert all(len(line) < 600 for line in lines)
    assert CPR not in out.getvalue()
    assert sorted(OfferPage.objects.values_list("external_id", flat=True)) == [
        "good--first",
        "good--html",
        "good--last",
    ]
    assert OrganisationPage.objects.count() == 1
    html = OfferPage.objects.get(external_id="good--html")
    assert (html.title, html.body) == ("Huset", "<p>Kom ind</p><p>Tag kaffe &amp; kage</p>")
    assert any("good--html" in line and "HTML" in line for line in lines)


def _file() -> bytes:
    """One row a line, so that the line of a fault can be told from its number."""
    rows = [json.dumps(row("good--first"))]
    rows += [json.dumps(row(f"bad--{n}") | values) for n, values in enumerate(BROKEN.values())]
    rows += ["17", "this is no JSON {", json.dumps(row("good--first", name="En gang til"))]
    rows.append(
        json.dumps(
            row(
                "good--html",
                name="<h1>Huset</h1>",
                description="<p>Kom ind</p><p>Tag kaffe &amp; kage</p><script>x()</script>",
            )
        )
    )
    encoded = [text.encode() for text in rows]
    encoded.append(json.dumps(row("bad--latin", name="Åen"), ensure_ascii=False).encode("latin-1"))
    encoded.append(json.dumps(row("good--last")).encode())
    return b"[" + b",\n".join(encoded) + b"]"
