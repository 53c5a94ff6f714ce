"""What is exported from the admin: text that no spreadsheet works out."""

import csv
import io

import openpyxl
import pytest

from cms.editing.common.exports import as_text
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["=1+1 Test", "+1+1", "-1+1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0"])
def test_a_title_that_looks_like_a_formula_stays_a_title(operator, text):
    factories.OfferFactory(title=text, slug="formel")
    answer = operator.get("/admin/offers/?export=csv")
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[1][0] == f"'{text}"
    book = openpyxl.load_workbook(io.BytesIO(operator.get("/admin/offers/?export=xlsx").getvalue()), read_only=True)
    cell = next(iter(book.active.iter_rows(min_row=2, max_row=2)))[0]
    assert (cell.data_type, cell.value) == ("s", f"'{text}")
    book.close()


@pytest.mark.parametrize("text", ["Café Håb", "1+1", "+45 12 34 56 78", "", "a=b"])
def test_what_is_no_formula_is_left_as_it_is(text):
    assert as_text(text) == text
