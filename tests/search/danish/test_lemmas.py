import pytest

from tests.search.danish.conftest import rows


def shared(analyser, pair):
    return bool(set(analyser.lemmas(pair[1])) & set(analyser.lemmas(pair[2])))


@pytest.mark.parametrize("name", ["bare", "analyser"])
def test_inflections_meet_and_other_words_do_not(name, request):
    analyser = request.getfixturevalue(name)
    pairs = [pair for pair in rows("stem_pairs.tsv") if pair[0] in {"pos", "irr", "neg"}]
    joined = [pair for pair in pairs if shared(analyser, pair)]
    right = [pair for pair in joined if pair[0] != "neg"]
    missed = [pair for pair in pairs if pair[0] != "neg" and pair not in joined]
    assert missed == []
    assert len(right) / len(joined) >= 0.94


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("grupperne", ("gruppe",)),
        ("skoven", ("skov", "skove")),
        ("børnenes", ("barn",)),
        ("plejebørn", ("plejebarn",)),
        ("ryg", ("ryg",)),
        ("gods", ("gods",)),
        ("ældre", ("ældre", "gammel")),
        ("alene", ("alene",)),
    ],
)
def test_a_word_has_its_lemmas_the_likeliest_first(analyser, word, lemmas):
    assert analyser.lemmas(word) == lemmas


def test_an_unknown_compound_is_inflected_like_its_last_part(analyser):
    assert analyser.lemmas("gruppeforløbene") == ("gruppeforløb",)
    assert analyser.lemmas("rygestopcaféer") == ("rygestopcafé",)


def test_a_word_before_a_hyphen_is_the_word_it_stands_for(analyser):
    assert [analyser.lemmas(token.text) for token in analyser.tokens("børne- og fritids-")][::2] == [
        ("barn",),
        ("fritid",),
    ]


def test_an_unknown_word_is_stemmed(analyser):
    assert analyser.lemmas("blorpernes") == analyser.lemmas("blorperne")


@pytest.mark.parametrize("word", ["§85b", "2026", "18-22"])
def test_numbers_stay_as_they_are(analyser, word):
    assert analyser.lemmas(word) == (word,)
