"""Danish is complete: every string has its translation, and what is shipped is compiled from it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

CATALOGUE = Path(settings.BASE_DIR) / "locale" / "da" / "LC_MESSAGES"
_HOLE = re.compile(r"%\(\w+\)[sd]")


def entries():
    """Each message of the catalogue as (English, Danish texts), the header left out."""
    text = (CATALOGUE / "django.po").read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        fields: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            head, quote, rest = line.partition('"')
            name = head.strip() or name
            fields[name] = fields.get(name, "") + rest[: rest.rindex('"')] if quote else ""
        if fields:
            yield fields


def test_every_string_is_translated():
    missing = [
        fields["msgid"]
        for fields in entries()
        if not all(text for name, text in fields.items() if name.startswith("msgstr"))
    ]
    assert missing == []


def test_no_translation_is_a_guess():
    assert "fuzzy" not in (CATALOGUE / "django.po").read_text(encoding="utf-8")


def test_translations_keep_what_is_filled_in():
    for fields in entries():
        allowed = set(_HOLE.findall(fields["msgid"] + fields.get("msgid_plural", "")))
        for name, text in fields.items():
            if name.startswith("msgstr"):
                assert set(_HOLE.findall(text)) <= allowed, fields["msgid"]


@pytest.mark.parametrize(
    ("english", "danish"), [("What do you need?", "Hvad har du brug for?"), ("front page", "forside")]
)
def test_the_compiled_catalogue_is_the_one_in_the_tree(english, danish):
    with translation.override("da"):
        assert translation.gettext(english) == danish
