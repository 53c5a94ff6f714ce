"""What people read is plain: each page of text by itself, and all words of the interface together."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.html import strip_tags

from directory.demo import tree
from directory.learning import counting as learning
from directory.seed_data import seed_data
from tests.readability import lix, sentences
from tests.test_translations import entries

ROOT = Path(settings.BASE_DIR)
TEXTS = {row["role"]: row for row in seed_data("text_pages.json")}
DEMONSTRATION = json.loads((tree.DATA / "text_pages_behind.json").read_text(encoding="utf-8"))
BEHIND = {
    **seed_data("text_pages_behind.json"),
    **{f"demonstration of {kind}": told for kind, told in DEMONSTRATION.items()},
}
#: Where the words of visitors' pages are written: their templates, and what fills them.
VISITORS = (
    "templates/*.html",
    "templates/components/*.html",
    "templates/components/*.jinja",
    "templates/directory/**/*.html",
    *(
        f"directory/{room}/*.py"
        for room in ("crisis", "find", "landing", "offers", "places", "shortlist", "sites", "times", "today")
    ),
)
NOT_VISITORS = {"styleguide.html"}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Du kan bare komme. Ingen skal sige ja.", 4),
        ("Kommunen visiterer borgeren.", 3 + 100),
        ("Vi mødes den 3. november kl. 9.30.", 5 + 100 / 5),
        ("Et cpr-nummer", 2 + 50),
    ],
)
def test_the_figure_is_words_of_a_sentence_and_long_words(text, figure):
    assert lix(text) == pytest.approx(figure)


def lines_of(row) -> list[str]:
    """The title, the lead and each piece of a text, as they stand on the page."""
    pieces = [value if isinstance(value, list) else [value] for _kind, value in row["body"]]
    paragraphs = [line for texts in pieces for text in texts for line in text.split("</p>")]
    return [row["title"], row["lead"], *(strip_tags(line) for line in paragraphs)]


@pytest.mark.parametrize("role", TEXTS)
def test_a_page_of_text_is_very_easy_to_read(role):
    assert lix(sentences(lines_of(TEXTS[role]))) <= 25


@pytest.mark.parametrize("kind", BEHIND)
def test_who_is_behind_a_site_is_told_in_plain_words(kind):
    assert lix(" ".join(BEHIND[kind][hole] for hole in ("behind", "trust", "statement"))) <= 25


@pytest.mark.parametrize("role", TEXTS)
def test_a_text_is_told_in_english_block_by_block(role):
    told = TEXTS[role]
    assert [kind for kind, _value in told["body"]] == [kind for kind, _value in told["body_en"]]
    for (_kind, danish), (_same, english) in zip(told["body"], told["body_en"], strict=True):
        assert bool(english) == bool(danish)
        assert not isinstance(danish, list) or len(danish) == len(english)


def source_of_visitors_pages() -> str:
    paths = [path for pattern in VISITORS for path in ROOT.glob(pattern) if path.name not in NOT_VISITORS]
    source = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return re.sub(r"\{\{ ?(\w+) ?\}\}", r"%(\1)s", source)


def test_the_words_of_visitors_pages_are_plain_together():
    source = source_of_visitors_pages()
    told = [
        fields["msgstr" if "msgstr" in fields else "msgstr[0]"]
        for fields in entries()
        if any(f"{before}{fields['msgid']}{after}" in source for before, after in (('"', '"'), ("%}", "{%")))
    ]
    # What is filled in at run time is a name or a number: one word that is not long.
    words = [re.sub(r"%\(\w+\)[sd]", "navn", text.replace(r"\"", '"')) for text in told]
    assert len(words) > 200
    assert lix(sentences(words)) <= 30


def test_what_the_page_on_privacy_promises_is_what_is_done():
    told = " ".join(lines_of(TEXTS["privacy"]))
    assert (learning.OFTEN, learning.DAYS) == (10, 3)
    assert "ti gange på mindst tre dage" in told
    # Days are filled in from the settings, and stand nowhere as figures.
    assert not re.search(r"\d+ da[gy]", json.dumps(TEXTS["privacy"]))
