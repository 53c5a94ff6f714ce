import hashlib

import pytest

from search.danish import DEFAULT, NONE, Analyser, Overlay
from search.danish.analyser import CODE_VERSION
from tests.search.danish.conftest import offer_texts, rows


def test_a_text_is_stored_as_words_in_order_and_everything_else_they_are_found_by(analyser):
    stored = analyser.analyse("Selvhjælpsgrupper for pårørende")
    assert stored.sequence == ("selvhjælpsgruppe", "for", "pårørende")
    assert {"selvhjælp", "gruppe", "selv", "hjælp"} <= set(stored.bag)


def test_nothing_stored_holds_a_space(analyser):
    for text in offer_texts():
        stored = analyser.analyse(text)
        assert not any(character.isspace() for word in stored.sequence + stored.bag for character in word)


def test_a_word_is_found_by_what_people_type(analyser):
    stored = analyser.analyse("Selvhjælpsgruppe for pårørende")
    for typed in ("gruppe", "selvhjælp", "grupperne", "pårørendes"):
        assert set(analyser.lemmas(typed)) & {*stored.sequence, *stored.bag}, typed


def test_an_added_part_changes_what_is_found_and_the_version():
    named = Analyser(NONE.with_more(Overlay(parts=frozenset({"zumba"}))))
    assert named.parts("zumbagruppe") == ("zumba", "gruppe")
    assert Analyser(NONE).parts("zumbagruppe") == ()
    assert named.version != Analyser(NONE).version


def test_a_word_that_is_never_split_stays_whole():
    whole = Analyser(DEFAULT.with_more(Overlay(never_split=frozenset({"værested"}))))
    assert whole.parts("væresteder") == ()
    assert "være" not in whole.reading("værestedsgruppe").others


def test_named_lemmas_stand_and_dropped_ones_go():
    overlay = Overlay(lemmas=(("psyk", ("psykiatri",)),), dropped=frozenset({("støtte", "støt")}))
    named = Analyser(overlay)
    assert named.lemmas("psyk") == ("psykiatri",)
    assert named.lemmas("støtte") == ("støtte",)


def test_the_last_lemma_of_a_word_cannot_be_dropped():
    assert Analyser(Overlay(dropped=frozenset({("gruppe", "gruppe")}))).lemmas("gruppe") == ("gruppe",)


def test_an_overlay_with_an_unknown_row_says_what_it_can_hold():
    with pytest.raises(ValueError, match="say part, never-split, lemmas or drop"):
        Overlay.from_rows([["parts", "bo"]])


def test_the_version_does_not_depend_on_the_order_of_what_editors_wrote():
    rows = [["part", "bo"], ["part", "gå"], ["lemmas", "ældre", "ældre gammel"], ["lemmas", "psyk", "psykiatri"]]
    assert Analyser(Overlay.from_rows(rows)).version == Analyser(Overlay.from_rows(rows[::-1])).version


def test_whoever_changes_the_analysis_raises_its_version(bare):
    """Indexes are made again when the version changes. If this fails: raise CODE_VERSION, then write the new digest here."""
    words = [word for row in rows("stem_pairs.tsv") + rows("compounds_gold.tsv") for word in row[:2]]
    told = repr([bare.analyse(text) for text in (*words, "§ 85 b i loven, drop-in for 18-årige", "blorpernes pc’er")])
    assert (CODE_VERSION, hashlib.sha256(told.encode()).hexdigest()[:16]) == (2, "db5336f820ba7d7b")
