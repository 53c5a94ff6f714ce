"""Text from elsewhere."""

import pytest

from directory.importing.clean_text import ascii_slug, free_slug, paragraphs, plain


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("<p>Kom og <b>vær</b> med</p>", "Kom og vær med"),
        ("En<br>to<br/>tre", "En\nto\ntre"),
        ("<script>alert(1)</script>Hej", "Hej"),
        ("<style>p{color:red}</style>Hej", "Hej"),
        ("<script>aldrig lukket", ""),
        ("R&amp;D og &aring;ben", "R&D og åben"),
        ("3 < 5 og 7 > 2", "3 < 5 og 7 > 2"),
        ("to  mellem\trum\u200b", "to mellem rum"),
        ("A\u030aen", "Åen"),
        ("klokke\x07n", "klokken"),
    ],
)
def test_markup_and_control_characters_go_and_words_stay(text, result):
    assert plain(text) == result


def test_paragraphs_hold_no_markup_of_their_own():
    assert paragraphs("Et\n\n<b>to</b> & tre") == "<p>Et</p><p>&lt;b&gt;to&lt;/b&gt; &amp; tre</p>"


def test_addresses_spell_danish_letters_out_and_are_cut_between_words():
    assert ascii_slug("Ærø Åpne Køkken!") == "aeroe-aapne-koekken"
    assert ascii_slug("et meget langt navn på et tilbud som ingen kan huske", 20) == "et-meget-langt-navn"


def test_a_taken_address_gets_a_number_and_an_empty_one_a_word():
    assert free_slug("Café", {"cafe", "cafe-2"}, "tilbud") == "cafe-3"
    assert free_slug("???", set(), "tilbud") == "tilbud"
