"""The descriptions and rules that ship: each line with its paragraph and its days, easy to read, and nothing of them in code."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from directory.models import CommonDescription
from directory.models.description import MAX_RIGHTS, DescriptionPart
from directory.seed_data import seed_data
from directory.seeds.entitlements import DescriptionSeeds
from directory.seeds.writing import write
from directory.validators import validate_web_address
from tests.readability import lix, sentences

DESCRIPTIONS = {row["name"]: row for row in seed_data("descriptions.json")}
RULES = seed_data("listing_rules.json")


@pytest.mark.parametrize("name", DESCRIPTIONS)
class TestDescriptions:
    def test_every_line_has_its_address_its_source_and_its_days(self, name):
        for line in DESCRIPTIONS[name]["lines"]:
            for address in (line["url"], line["source"]):
                validate_web_address(address)
                assert address.startswith("https://")
            assert date.fromisoformat(line["read_on"]) < date.fromisoformat(line["valid_to"])

    def test_it_says_what_it_is_who_decides_and_at_most_five_rights(self, name):
        parts = [line["part"] for line in DESCRIPTIONS[name]["lines"]]
        assert (parts.count(DescriptionPart.WHAT), parts.count(DescriptionPart.DECIDES)) == (1, 1)
        assert 1 <= parts.count(DescriptionPart.RIGHT) <= MAX_RIGHTS

    def test_it_is_easy_to_read_and_names_no_paragraph(self, name):
        texts = [line["text"] for line in DESCRIPTIONS[name]["lines"]]
        assert lix(sentences(texts)) <= 30
        assert not any("§" in text or "loven" in text for text in texts)

    def test_people_have_words_for_it(self, name):
        words = DESCRIPTIONS[name]["words"]
        assert len(set(words)) == len(words) >= 5
        assert all(word == word.lower() for word in words)

    def test_no_sentence_of_it_stands_in_code_or_templates(self, name):
        texts = [line["text"] for line in DESCRIPTIONS[name]["lines"] if len(line["text"]) > 30]
        root = Path(settings.BASE_DIR)
        files = [*root.glob("directory/**/*.py"), *root.glob("cms/**/*.py"), *root.glob("templates/**/*")]
        for path in files:
            if path.is_file():
                content = path.read_text(encoding="utf-8")
                assert not any(text in content for text in texts), path


def test_rules_are_numbered_and_each_is_easy_to_read():
    assert [row["number"] for row in RULES] == list(range(1, len(RULES) + 1))
    assert all(row["text_en"] for row in RULES)
    for row in RULES:
        assert lix(row["text"]) <= 30, row["text"]


@pytest.mark.django_db
class TestShipping:
    def test_nobody_has_checked_what_ships(self):
        write(DescriptionSeeds())
        assert {row.name for row in CommonDescription.objects.all()} == set(DESCRIPTIONS)
        assert not any(row.newest.checked_on for row in CommonDescription.objects.all())

    def test_what_an_editor_changed_stays(self):
        write(DescriptionSeeds())
        row = CommonDescription.objects.get(name="Herberg")
        row.lines.filter(part="what").update(text="Vores egen tekst.")
        assert write(DescriptionSeeds()).edited == ["Herberg"]
        assert row.lines.filter(text="Vores egen tekst.").exists()

    def test_a_new_release_is_a_new_edition_of_what_nobody_has_touched(self, monkeypatch):
        write(DescriptionSeeds())
        shipped = DescriptionSeeds().shipped()
        shipped["Herberg"]["lines"][0]["text"] = "Her kan du bo lidt."
        monkeypatch.setattr(DescriptionSeeds, "shipped", lambda _table: shipped)
        assert write(DescriptionSeeds()).updated == 1
        assert CommonDescription.objects.get(name="Herberg").newest.number == 2
