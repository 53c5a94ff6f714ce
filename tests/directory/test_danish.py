"""Numbers of telephones as people read them and as telephones dial them, and days that are not told."""

import pytest

from directory.templatetags.danish import phone, tel
from directory.times.in_words import long_date, short_date


@pytest.mark.parametrize(
    ("number", "read", "dialled"),
    [
        ("12345678", "12 34 56 78", "+4512345678"),
        ("12 34 56 78", "12 34 56 78", "+4512345678"),
        ("+45 12 34 56 78", "12 34 56 78", "+4512345678"),
        ("112", "112", "112"),
        ("+46 8 123 456", "+46 8 123 456", "+468123456"),
        ("", "", ""),
    ],
)
def test_a_number_is_read_in_pairs_and_dialled_from_abroad_too(number, read, dialled):
    assert phone(number).replace("\N{NO-BREAK SPACE}", " ") == read
    assert tel(number) == dialled


def test_a_day_that_nobody_told_is_no_words():
    assert long_date(None) == short_date(None) == ""
