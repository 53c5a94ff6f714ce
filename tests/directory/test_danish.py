"""Numbers of telephones as people read them and as telephones dial them, and days that are not told."""

import pytest
from django.core.exceptions import ValidationError

from directory.telephone import in_pairs
from directory.templatetags.danish import tel
from directory.times.in_words import long_date, short_date
from directory.validators import validate_phone


@pytest.mark.parametrize(
    ("number", "read", "dialled"),
    [
        ("12345678", "12 34 56 78", "+4512345678"),
        ("12 34 56 78", "12 34 56 78", "+4512345678"),
        ("+45 12 34 56 78", "12 34 56 78", "+4512345678"),
        ("45 12345678", "12 34 56 78", "+4512345678"),
        ("0045 12 34 56 78", "12 34 56 78", "+4512345678"),
        ("112", "112", "112"),
        ("116 006", "116 006", "116006"),
        ("0046 8 123 456", "0046 8 123 456", "+468123456"),
        ("+46 8 123 456", "+46 8 123 456", "+468123456"),
        ("", "", ""),
    ],
)
def test_a_number_is_read_in_pairs_and_dialled_from_abroad_too(number, read, dialled):
    assert in_pairs(number).replace("\N{NO-BREAK SPACE}", " ") == read
    assert tel(number) == dialled


@pytest.mark.parametrize(
    "number", ["12 34 56 78", "0045 12345678", "45 12345678", "112", "1813", "116 111", "+46 8 123456"]
)
def test_a_number_that_somebody_can_call_is_kept(number):
    validate_phone(number)


@pytest.mark.parametrize("number", ["12 34 56", "12345", "12 34", "00 00 00 00", "+45 12 34", "ring bare", "999 999"])
def test_a_number_that_nobody_can_call_is_refused_with_what_to_type(number):
    with pytest.raises(ValidationError, match="12 34 56 78"):
        validate_phone(number)


def test_a_day_that_nobody_told_is_no_words():
    assert long_date(None) == short_date(None) == ""
