import pytest

from search import Suggestion, Suggestions
from search.suggest import MOST
from tests.search.engines import analyser

ROWS = [
    Suggestion("Selvhjælpsgruppe", "kind", 9),
    Suggestion("Grupper for pårørende", "need", 4, "/x/"),
    Suggestion("Værested", "kind", 7),
    Suggestion("Kor i Ørsted", "offer", 1),
    Suggestion("Gruppe uden tilbud", "need", 0),
]


@pytest.fixture(scope="module")
def table():
    return Suggestions(ROWS, analyser(), pytest.fail)


def found(table, typed):
    return [row.label for row in table.find(typed)]


def test_a_beginning_comes_before_a_part_and_what_leads_nowhere_is_left_out(table):
    assert found(table, "grup") == ["Grupper for pårørende", "Selvhjælpsgruppe"]


@pytest.mark.parametrize("typed", ["vaere", "VÆRE", "være", "vare", " Værested "])
def test_danish_letters_may_be_left_out(table, typed):
    assert found(table, typed) == ["Værested"]


def test_later_words_are_found_by_their_beginning(table):
    assert found(table, "paar") == ["Grupper for pårørende"]
    assert found(table, "ørst") == ["Kor i Ørsted"]
    assert found(table, "grupper for p") == ["Grupper for pårørende"]


@pytest.mark.parametrize("typed", ["", "  ", "\x00", "zzz", "(", "a" * 10_000])
def test_what_begins_nothing_suggests_nothing(table, typed):
    assert found(table, typed) == []


def likes(table, typed):
    return [row.label for row in table.like(typed)]


def test_names_that_look_like_what_was_typed_are_told_the_likest_first(table):
    assert likes(table, "selvhjelpsgrupe")[0] == "Selvhjælpsgruppe"
    assert likes(table, "xyzzy om paarørrende") == ["Grupper for pårørende"]
    assert likes(table, "et værestedd i Ørsted") == ["Værested", "Kor i Ørsted"]


@pytest.mark.parametrize("typed", ["", "  ", "\x00", "xyzzy", "for i", "(", "a" * 10_000])
def test_what_looks_like_no_name_tells_of_none(table, typed):
    assert likes(table, typed) == []


def test_a_name_that_leads_to_nothing_is_never_meant():
    rows = [Suggestion("kaffe", "search", None), Suggestion("kaffen", "need", 0)]
    assert likes(Suggestions(rows, analyser(), lambda _label: 0), "kafffe") == []


def test_only_so_many_are_suggested_the_heaviest_first():
    table = Suggestions([Suggestion(f"Kor {n}", "offer", n) for n in range(1, 50)], analyser(), pytest.fail)
    assert [row.weight for row in table.find("kor")] == list(range(49, 49 - MOST, -1))


def test_a_name_without_a_weight_is_searched_for_once_when_somebody_begins_to_type_it():
    asked = []

    def weigh(label):
        asked.append(label)
        return {"kaffe": 3, "kage": 0}[label]

    rows = [Suggestion("kaffe", "search", None), Suggestion("kage", "search", None), Suggestion("kamp", "offer", 1)]
    table = Suggestions([*rows, Suggestion("te", "search", None)], analyser(), weigh)
    assert asked == []
    for _ in range(2):
        assert found(table, "ka") == ["kaffe", "kamp"]
    assert sorted(asked) == ["kaffe", "kage"]


def test_a_search_for_the_name_of_something_that_is_suggested_is_not_told_beside_it():
    rows = [
        Suggestion("Ensomhed", "need", 9),
        Suggestion("ensomhed", "search", None),
        Suggestion("ensom", "search", None),
    ]
    table = Suggestions(rows, analyser(), lambda _label: 1)
    assert found(table, "ensom") == ["Ensomhed", "ensom"]
    assert likes(table, "ensomhedd") == ["Ensomhed", "ensom"]


def test_a_search_stays_where_nothing_stands_behind_the_name():
    rows = [Suggestion("Ensomhed", "need", 0), Suggestion("ensomhed", "search", None)]
    assert found(Suggestions(rows, analyser(), lambda _label: 1), "ensom") == ["ensomhed"]


def test_two_offers_of_one_name_are_both_suggested():
    rows = [Suggestion("Kaffen", "offer", 1, "/a/"), Suggestion("Kaffen", "offer", 1, "/b/")]
    assert [row.address for row in Suggestions(rows, analyser(), pytest.fail).find("kaffe")] == ["/a/", "/b/"]
