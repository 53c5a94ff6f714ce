from search import Entry
from search.words import GAP, EntryWords
from tests.search.engines import analyser


def test_names_are_kept_apart_so_that_no_phrase_reads_across():
    words = EntryWords(analyser()).of(Entry(id="offer:1", title="Kor", labels=("Psykisk sygdom", "Sorg")))
    assert words.zones["labels"].sequence == ("psykisk", "sygdom", GAP, "sorg")
    assert words.written == ("kor", "psykisk", "sygdom", "sorg")


def test_an_empty_entry_has_empty_zones():
    words = EntryWords(analyser()).of(Entry(id="offer:1", title=""))
    assert {len(analysis.sequence) for analysis in words.zones.values()} == {0}
