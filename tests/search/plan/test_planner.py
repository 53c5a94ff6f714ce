"""From a text to the ways to ask for it."""

from dataclasses import replace

import pytest

from search import MAX_TEXT, Concept, Group, Query, Told, Vocabulary
from search.plan.asking import MOST_EXTRAS
from search.plan.planner import MOST_LIFTS
from search.plan.sentence import MOST_WORDS
from tests.search.plan.conftest import VOCABULARY


def lemmas(asked):
    return [one.lemmas for clause in asked.clauses for one in clause.alternatives]


def test_little_words_are_left_out(read):
    assert lemmas(read("jeg vil gerne synge i kor").strict) == [("synge",), ("kor",)]


def test_little_words_are_asked_for_when_there_are_no_others(read):
    assert lemmas(read("hjælp").strict) == [("hjælp",)]
    assert lemmas(read("det er mig").strict)


def test_a_compound_is_also_asked_for_by_its_parts_for_less(read):
    (clause,) = read("kaffegruppe").strict.clauses
    weights = {one.lemmas[0]: one.weight for one in clause.alternatives}
    assert weights["kaffegruppe"] == 1.0
    assert weights["gruppe"] > weights["kaffe"] > 0


def test_words_of_one_group_stand_in_for_each_other_in_the_wide_way_alone(read):
    plan = read("misbrug")
    assert lemmas(plan.strict) == [("misbrug",)]
    (extra,) = plan.wide.extras
    assert {one.lemmas for one in extra.alternatives} == {("rusmiddel",), ("misbrug",), ("stofmisbrug",)}
    assert extra.covers == 1
    assert plan.understood.meant == ("rusmiddel",)


def test_a_narrow_word_leads_to_the_wider_ones_and_not_back(read):
    narrow = {one.lemmas: one.weight for extra in read("cannabis").wide.extras for one in extra.alternatives}
    assert narrow["hash",] > narrow["misbrug",]
    wide = {one.lemmas for extra in read("misbrug").wide.extras for one in extra.alternatives}
    assert ("cannabis",) not in wide


def test_an_everyday_phrase_leads_to_a_label(read):
    plan = read("jeg føler mig alene")
    labels = [one for extra in plan.wide.extras for one in extra.alternatives if one.zones == ("labels",)]
    assert [one.lemmas for one in labels] == [("ensomhed",)]


def test_a_phrase_with_one_word_of_its_own_stands_together_or_says_nothing(read):
    together = read("jeg kan ikke sove").wide
    assert any(one.lemmas == ("søvn",) for extra in together.extras for one in extra.alternatives)
    apart = read("kan du sove over og ikke andet").some
    assert not any(one.lemmas == ("søvn",) for extra in apart.extras for one in extra.alternatives)


def test_a_group_of_one_municipality_counts_only_there(read):
    assert read("bostøtte", scope={"municipality": ("vejle", "hele-landet")}).understood.meant == ("bostøtte",)
    assert read("bostøtte", scope={"municipality": ("randers",)}).understood.meant == ()


def test_a_relative_who_asks_is_seen(read):
    plan = read("min mand har angst")
    assert plan.understood.relative
    rarity = {clause.alternatives[0].lemmas[0]: clause.rarity for clause in plan.some.clauses}
    assert rarity["mand"] < rarity["angst"]
    assert not read("mand med angst").understood.relative


def test_nothing_is_made_of_a_text_that_is_to_be_taken_exactly(read):
    plan = read("gratis misbrug i Randers", exactly=True)
    assert plan.places == plan.facts == {}
    assert [word.used for word in plan.understood.words] == ["gratis", "misbrug", "i", "randers"]


def test_what_was_mended_is_told(read):
    words = read("vaerested depressjon").understood.words
    assert [(word.typed, word.used, word.how) for word in words] == [
        ("vaerested", "værested", "folded"),
        ("depressjon", "depression", "corrected"),
    ]


@pytest.mark.parametrize("text", ["skærer i mig", "kor i gruppe"])
def test_a_little_word_is_never_joined_to_its_neighbour(read, text):
    assert [word.used for word in read(text).understood.words] == text.split()


def test_a_long_text_stays_within_what_engines_tell_apart(read):
    plan = read(" ".join(f"ord{n}" for n in range(200)) + " gratis i Randers 18 år")
    for asked in filter(None, (plan.strict, plan.wide, plan.some, plan.last)):
        assert len(asked.clauses) <= MOST_WORDS
        assert len(asked.extras) <= MOST_EXTRAS
    assert len(plan.lifts) <= MOST_LIFTS
    assert sum(len(word.typed) + 1 for word in plan.understood.words) <= MAX_TEXT + 1


def test_a_changed_vocabulary_works_at_once(make_planner):
    words = [VOCABULARY]
    planner = make_planner(lambda: words[-1])
    assert planner.read(Query(text="misbrug")).understood.meant == ("rusmiddel",)
    words.append(Vocabulary())
    assert planner.read(Query(text="misbrug")).understood.meant == ()


def test_words_for_the_same_are_marked_and_single_words_of_longer_terms_are_not(read):
    marks = read("misbrug").understood.marks
    assert {"misbrug", "stofmisbrug", "rusmiddel"} <= marks
    # "støtte i eget hjem" means the same, and "eget" and "hjem" stand everywhere.
    assert "hjem" not in read("bostøtte", scope={"municipality": ("vejle",)}).understood.marks


def test_words_say_less_one_by_one_where_a_phrase_tells_what_they_mean_together(make_planner):
    vocabulary = Vocabulary(
        groups=(
            Group("vold", ("partnervold",), ("bange for min kæreste",)),
            Group("angst", ("bange",)),
        )
    )
    planner = make_planner(lambda: vocabulary)
    asked = planner.read(Query(text="bange for min kæreste")).wide
    assert asked is not None
    assert {one.weight for clause in asked.clauses for one in clause.alternatives} == {0.5}
    weights = {one.lemmas: one.weight for extra in asked.extras for one in extra.alternatives}
    alone = planner.read(Query(text="bange")).wide
    assert alone is not None
    (fear,) = [one.weight for extra in alone.extras for one in extra.alternatives if one.lemmas == ("angst",)]
    assert weights["angst",] == fear / 2 < weights["vold",]


@pytest.mark.parametrize("text", ["misbrug men ikke kor", "misbrug ikke noget med kor", "ikke kor misbrug"])
def test_what_is_not_wanted_is_not_asked_for_and_sinks(read, text):
    plan = read(text)
    assert lemmas(plan.strict) == [("misbrug",)]
    assert [one.lemmas for lift in plan.lifts for one in lift.alternatives] == [("kor",)]
    assert plan.lifts[0].factor < 1
    assert [wish.kind for wish in plan.understood.wishes] == ["without"]


def test_no_phrase_is_read_from_what_is_not_wanted(make_planner):
    vocabulary = replace(VOCABULARY, groups=(Group("tro og tvivl", ("kirke",), ("noget med kirken",)),))
    plan = make_planner(lambda: vocabulary).read(Query(text="værested men ikke noget med kirken"))
    assert len(plan.strict.clauses) == 1
    assert not plan.understood.meant


def test_a_phrase_of_one_word_and_not_needs_the_not(read):
    def asked_for(text):
        return [one.lemmas for extra in read(text).wide.extras for one in extra.alternatives]

    assert ("søvn",) in asked_for("jeg kan ikke sove")
    assert read("jeg vil sove").wide is None


def test_a_long_story_asks_for_the_topic_that_its_words_vote_for(make_planner):
    told = (
        Told(
            ("need:ensomhed",), ("jeg sidder alene i huset og savner besøg", "hun spiser alene og venter på telefonen")
        ),
    )
    concepts = (Concept("Ensomhed", ("ingen at tale med",), topic="need:ensomhed"),)
    planner = make_planner(lambda: replace(VOCABULARY, concepts=concepts, told=told))
    story = "han sidder og venter i huset og spiser foran fjernsynet og savner telefonen"
    labels = [one.lemmas for extra in planner.read(Query(text=story)).some.extras for one in extra.alternatives]
    assert ("ensomhed",) in labels
    assert planner.read(Query(text="venter alene")).wide is None


def test_each_thing_that_is_not_wanted_sinks(read):
    plan = read("depression uden hash og uden søvn")
    assert lemmas(plan.strict) == [("depression",)]
    assert [one.lemmas for lift in plan.lifts for one in lift.alternatives] == [("hash",), ("søvn",)]
    assert [wish.typed for wish in plan.understood.wishes] == ["uden hash", "og uden søvn"]


def test_without_something_that_offers_are_not_about_refuses_nothing(read):
    assert read("misbrug uden cykel").lifts == ()


def test_a_relative_need_not_be_named_by_an_offer(read):
    wide = read("min søster stofmisbrug").wide
    assert wide.enough == (0b10,)


def test_where_a_phrase_tells_what_words_mean_they_are_not_taken_alone(read):
    plan = read("jeg kan ikke sove")
    assert plan.strict == plan.wide
    assert read("stofmisbrug").strict != read("stofmisbrug").wide


def test_the_name_of_a_label_lifts_what_carries_it(read):
    assert [one.lemmas for lift in read("Ensomhed").lifts for one in lift.alternatives] == [("ensomhed",)]
    assert read("ensomhed i nat").lifts == ()


@pytest.mark.parametrize("text", ["kan ikke sove", "vil ikke med til kor", "ikke kor"])
def test_not_belongs_to_the_verb_or_is_all_that_was_said(read, text):
    assert read(text).lifts == ()


def test_a_word_that_is_begun_is_asked_for_by_those_that_begin_so(read):
    (clause,) = read("depr").strict.clauses
    assert ("depression",) in [one.lemmas for one in clause.alternatives]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("gåtur", ""),
        ("gåtur § 85", ""),
        ("kaffe sorg", "kaffe sorg"),
        ("det er noget at synge til", "det er noget at synge til"),
        ("hjælp til sorg men ikke gruppe", "hjælp til sorg"),
    ],
)
def test_a_text_is_compared_as_a_whole_where_it_says_something_without_what_is_not_wanted(read, text, meant):
    assert read(text).meant == meant
    assert read(text, exactly=True).meant == ""
