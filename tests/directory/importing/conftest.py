"""What a file of offers is imported into, and the command that does it."""

import io
import json
from contextlib import suppress

import pytest
from django.core.management import call_command
from django.utils import translation

from directory.management.commands.import_offers import RowsRefused
from tests import factories


@pytest.fixture
def branches():
    factories.MunicipalityFactory(title="Vejle")
    factories.MunicipalityFactory(title="Ærø", slug="aeroe")
    factories.NationalBranchFactory()
    for slug in ("ensomhed", "samvaer"):
        factories.NeedFactory(slug=slug)
    for slug in ("unge", "ensomme"):
        factories.TargetGroupFactory(slug=slug)


@pytest.fixture
def run(tmp_path):
    """Import rows, or the bytes of a file; what the command said."""

    def import_rows(content, *options):
        path = tmp_path / "offers.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
        out = io.StringIO()
        with translation.override("en"), suppress(RowsRefused):
            call_command("import_offers", path, *options, stdout=out)
        return out.getvalue()

    return import_rows
