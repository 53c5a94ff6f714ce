"""Text as people type it: numbers in an address, and Danish letters where only a-z are."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.editing.common.slug import DanishSlugInput
from directory.addresses import danish_slug
from directory.postal_codes import find_postal_code
from directory.text import spelled_out, whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("00042", 42), ("99999", 99999)])
def test_a_few_digits_are_a_number(text, number):
    assert whole_number(text, 5) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 7",
        "7 ",
        "-7",
        "+7",
        "7.0",
        "1e3",
        "1_0",
        "٣",
        "²",
        "𝟕",
        "\x00",
        "7\n",
        pytest.param("9" * 5000, id="too long"),
    ],
)
def test_anything_else_is_none(text):
    assert whole_number(text, 5) is None


@given(st.text(max_size=12))
def test_no_text_is_an_error_and_every_number_fits(text):
    number = whole_number(text, 5)
    assert number is None or 0 <= number < 100_000


def test_names_are_spelled_out_alike_in_addresses_in_the_form_and_where_towns_are_looked_up():
    assert spelled_out("Ærø Ågård, Straße") == "Aeroe Aagaard, Strasse"
    assert danish_slug("Ærø Ågård") == "aeroe-aagaard"
    typed = "Ærø Ågård"
    for (pattern, _flags), plain in json.loads(DanishSlugInput().attrs["data-w-slug-formatters-value"]):
        typed = re.sub(pattern, plain, typed)
    assert typed == "aeroe aagaard"
    assert find_postal_code("Ærøskøbing") == find_postal_code(" AEROESKOEBING ") == "5970"
