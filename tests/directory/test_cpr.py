"""What looks like a civil registration number, and what does not."""

import contextlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from directory.cpr import validate_no_cpr, without_cpr

NUMBERS = [
    "010190-1234",
    "0101901234",
    "010190 1234",
    "01 01 90 12 34",
    "0 1 0 1 9 0 1 2 3 4",
    "01.01.90-1234",
    "01.01.90.1234",
    "0.1.0.1.9.0.1.2.3.4",
    "01/01/90 – 1234",
    "0101\u00ad90\u200b1234",
    "010190\u00a01234",
    "٠١٠١٩٠-١٢٣٤",
    "311299-9999",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_seen_however_its_digits_are_spread(number):
    for text in (
        number,
        f"Jeg er {number}.",
        f"ring 20123456, {number}",
        f"({number})",
        f"x{number}x",
        f"a,{number},b",
    ):
        with pytest.raises(ValidationError) as refused:
            validate_no_cpr(text)
        assert number not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "12 34 56 78",
        "+45 12 34 56 78",
        "21 12 56 78 / 87 65 43 21",
        "21 12 56 78, 87 65 43 21",
        "ring 76 00 00 00 eller 76 00 00 01",
        "31.12.2026 kl. 14.00",
        "01.01.2026-31.12.2026",
        "1. januar 2026 10-12, 14-16",
        "3202901234",
        "0113901234",
        "CVR 12345678",
        "EAN 5790001234567",
        "https://example.org/2026/11/30/123456",
        "",
    ],
)
def test_telephones_dates_and_numbers_of_other_things_are_none(text):
    validate_no_cpr(text)
    assert without_cpr(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "P-nummer 1012345678",
        "P-nr. 1012345678",
        "p-nr: 1012345678",
        "Afdelingen (P nummer: 1012345678) er ny",
        "P-no. 1012345678",
    ],
)
def test_ten_digits_may_be_said_to_be_a_p_number(text):
    validate_no_cpr(text)
    assert without_cpr(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "1012345678",
        "P-nr. 101290-1234",
        "P-nr. 10 12 90 12 34",
        "P-nr. 0101901234",
        "P-nr. 1012345678 og 1012905678",
        "P-nr. for huset: 1012901234",
        "Op-nr. 1012901234",
    ],
)
def test_a_civil_registration_number_is_not_excused_as_a_p_number(text):
    with pytest.raises(ValidationError):
        validate_no_cpr(text)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>0101<b>90</b>-12<i>34</i></p>",
        "<p>010190&nbsp;1234</p>",
        "<p>&#48;10190-1234</p>",
        '<a href="/x?010190-1234">x</a>',
    ],
)
def test_a_number_is_seen_through_its_markup(markup):
    with pytest.raises(ValidationError):
        validate_no_cpr(markup)


def test_a_p_number_is_said_to_be_one_through_markup():
    validate_no_cpr("<p><b>P-nr.</b> 1012345678</p>")


def test_numbers_of_two_paragraphs_are_two():
    validate_no_cpr("<ul><li>21 12 56</li><li>78</li><li>90</li></ul>")
    validate_no_cpr("<p>21 12 56 78<br>90</p>")


def test_what_is_left_out_leaves_the_words():
    assert without_cpr("min søn 010190-1234 ryger").split() == ["min", "søn", "ryger"]
    assert without_cpr("010190-1234 og 01 01 90 12 34").split() == ["og"]


@given(st.text(max_size=300))
def test_what_is_left_is_never_refused_and_no_text_is_an_error(text):
    validate_no_cpr(without_cpr(text).replace("<", " ").replace("&", " "))


@pytest.mark.parametrize("text", ["1 " * 50_000, "<" * 100_000, "&#48;" * 20_000, "1." * 50_000, "0101 " * 20_000])
def test_a_text_without_end_is_read_in_no_time(text):
    """A hundred thousand signs; what reads any of them twice would not end."""
    without_cpr(text)
    with contextlib.suppress(ValidationError):
        validate_no_cpr(text)


def test_a_lasting_id_is_no_number_whatever_its_digits_and_words_around_it_are_read():
    lasting = "ab010190-1234-4a23-8b23-abcdefabcdef"
    validate_no_cpr(lasting)
    with pytest.raises(ValidationError):
        validate_no_cpr(f"se {lasting}")
