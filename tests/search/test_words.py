from search import Entry
from search.words import GAP, EntryWords
from tests.search.engines import analyser


def test_names_are_kept_apart_so_that_no_phrase_reads_across():
    words = EntryWords(analyser()).of(Entry(id="offer:1", title="Kor", labels=("Psykisk sygdom", "Sorg")))
    assert words.zones["labels"].sequence == ("psykisk", "sygdom", GAP, "sorg")
    assert words.written == ("kor", "psykisk", "sygdom", "sorg")


def test_no_zone_is_without_a_word_so_that_engines_agree_on_its_average_length():
    words = EntryWords(analyser()).of(Entry(id="offer:1", title=""))
    assert {(analysis.sequence, analysis.bag) for analysis in words.zones.values()} == {((GAP,), (GAP,))}
    assert words.written == ()
