import pytest

from search import Concept, Crisis, Group, Place, Query, Vocabulary, WishWord
from search.plan import Planner, Speller, WishFacets
from tests.search.engines import FACETS, analyser

VOCABULARY = Vocabulary(
    groups=(
        Group("rusmiddel", ("misbrug", "stofmisbrug"), ("jeg tager stoffer",)),
        Group("hash", ("hash", "cannabis"), broader=("rusmiddel",)),
        Group("bostøtte", ("støtte i eget hjem",), where=("vejle",)),
    ),
    concepts=(Concept("Ensomhed", ("føler mig alene", "ensom")), Concept("Søvn", ("kan ikke sove",))),
    crisis=(Crisis("life", ("selvmord", "vil ikke leve mere")), Crisis("violence", ("slår mig",))),
    places=(
        Place(("Vejle",), "vejle", 55.7093, 9.5357),
        Place(("8900", "Randers"), "randers", 56.46, 10.03, "8900 Randers"),
        Place(("Aarhus",), "aarhus", 56.15, 10.2),
        Place(("Ringe",), "faaborg-midtfyn", 55.24, 10.48),
        Place(("Nykøbing Mors",), "morsoe", 56.79, 8.86),
    ),
    everywhere=("hele-landet",),
    wishes=(WishWord("gratis", "free", "yes", "Free"), WishWord("uden at betale", "free", "yes", "Free")),
    stop=frozenset(
        ("jeg", "ikke", "i", "og", "kan", "mig", "min", "til", "det", "på", "en", "vil", "at", "med", "for")
    ),
    noise=frozenset(("hjælp", "mere", "gerne", "sted")),
    family=frozenset(("mand", "søster")),
    relatives=("Pårørende",),
)
#: What the index has, by lemma and as written.
WORDS = {"kor": 5, "kaffe": 2, "gruppe": 9, "angst": 3, "sove": 1, "misbrug": 4, "depression": 2, "værested": 3}


@pytest.fixture
def make_planner():
    """Makes a planner by the words that are handed in."""

    def make(vocabulary):
        words = analyser()
        speller = Speller(words, lambda: WORDS, lambda: 1, lambda lemma: WORDS.get(lemma, 0))
        facets = WishFacets("municipality", "age", frozenset(FACETS))
        return Planner(words, speller, lambda lemma: WORDS.get(lemma, 0), lambda: 50, vocabulary, facets)

    return make


@pytest.fixture
def read(make_planner):
    """What the plan makes of a text."""
    planner = make_planner(lambda: VOCABULARY)

    def reading(text, **more):
        return planner.read(Query(text=text, **more))

    return reading
