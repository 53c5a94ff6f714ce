"""The order that is made after an engine has answered."""

from datetime import timedelta

import pytest

from search.facts import Fact, Facts
from search.finding.rank import Ranking, ranked
from search.plan.clauses import Alternative, Asked, Clause, Extra, Lift
from search.store import Hit
from tests.search.engines import TODAY

ASKED = Asked((Clause((Alternative(("kor",)),), 2.0), Clause((Alternative(("sang",)),), 1.0)))


def order(hits, *facts, asked=ASKED, **more):
    return [hit.id for hit in ranked(hits, asked, Ranking(TODAY, Facts(facts), **more))]


def test_hits_with_all_words_come_before_those_with_some_that_score_a_little_more():
    assert order([Hit("some", 1.5, 0b01), Hit("all", 1.0, 0b11)]) == ["all", "some"]


def test_a_word_that_was_typed_comes_before_another_for_it():
    asked = Asked(ASKED.clauses[:1], (Extra((Alternative(("sangkor",)),), covers=0b1),))
    assert order([Hit("other", 1.1, 0b10), Hit("typed", 1.0, 0b01)], asked=asked) == ["typed", "other"]


def test_what_is_not_wanted_sinks_below_the_rest():
    asked = Asked(ASKED.clauses, lifts=(Lift(factor=0.1, alternatives=(Alternative(("kirke",)),)),))
    assert order([Hit("unwanted", 5.0, 0b111), Hit("other", 1.0, 0b011)], asked=asked) == ["other", "unwanted"]


KINDS = (frozenset(("boern",)), frozenset(("aeldre",)))


def test_offers_for_others_than_those_who_ask_come_later():
    children, all_ages = Fact("children", audience={"boern": "only"}), Fact("all")
    hits = [Hit("children", 1.2, 3), Hit("all", 1.0, 3)]
    assert order(hits, children, all_ages, apart=KINDS) == ["all", "children"]
    assert order(hits, children, all_ages, apart=KINDS, named=frozenset(("boern",))) == ["children", "all"]


def test_an_offer_for_the_young_and_the_old_is_for_others_no_more_than_one_for_all():
    both = Fact("both", audience={"boern": "only", "aeldre": "only"})
    assert order([Hit("both", 1.1, 3), Hit("all", 1.0, 3)], both, Fact("all"), apart=KINDS) == ["both", "all"]


def test_the_rarer_word_counts_more():
    assert order([Hit("common", 1.1, 0b10), Hit("rare", 1.0, 0b01)]) == ["rare", "common"]


def test_ties_and_differences_too_small_to_mean_anything_go_to_the_id():
    assert order([Hit("b", 1.000001, 3), Hit("a", 1.0, 3)]) == ["a", "b"]


def test_the_scale_of_an_engine_makes_no_difference():
    hits = [Hit("a", 3.0, 3), Hit("b", 2.0, 1), Hit("c", 1.0, 3)]
    larger = [Hit(hit.id, hit.score * 2.2, hit.matched) for hit in hits]
    ranking = Ranking(TODAY, Facts())
    assert ranked(hits, ASKED, ranking) == ranked(larger, ASKED, ranking)


def test_old_facts_fade_but_never_hide():
    fresh, old = Fact("fresh", verified=TODAY), Fact("old", verified=TODAY - timedelta(3000))
    assert order([Hit("old", 1.1, 3), Hit("fresh", 1.0, 3)], fresh, old) == ["fresh", "old"]
    assert order([Hit("old", 1.3, 3), Hit("fresh", 1.0, 3)], fresh, old) == ["old", "fresh"]


def test_a_fact_checked_within_three_months_is_fresh():
    facts = Fact("a", verified=TODAY), Fact("b", verified=TODAY - timedelta(89))
    (first, second) = ranked([Hit("a", 1.0, 3), Hit("b", 1.0, 3)], ASKED, Ranking(TODAY, Facts(facts)))
    assert first.score == second.score == 1.0


def test_a_wish_that_could_not_narrow_still_lifts():
    asked = Asked(ASKED.clauses, lifts=(Lift("free", "yes"),))
    assert order([Hit("a", 1.0, 0b011), Hit("b", 0.9, 0b111)], asked=asked) == ["b", "a"]


def test_near_ones_come_first_where_a_place_was_given():
    distances = {"near": 1.0, "far": 60.0}
    hits = [Hit("far", 1.2, 3), Hit("near", 1.0, 3), Hit("nowhere", 1.1, 3)]
    assert order(hits, distances=distances) == ["near", "nowhere", "far"]
    assert order(hits)[0] == "far"


def test_what_many_good_hits_have_in_common_lifts_others_that_have_it():
    hits = [Hit(f"top{n:02}", 10.0 - n / 10, 3) for n in range(10)]
    hits += [Hit("other", 5.0, 3), Hit("akin", 4.9, 3)]
    facts = [Fact(hit.id, topics=("need:sang",)) for hit in hits if hit.id != "other"]
    facts += [Fact("other", topics=("need:motion",)), *(Fact(f"rest{n}", topics=("need:motion",)) for n in range(50))]
    assert order(hits, *facts)[-2:] == ["akin", "other"]


@pytest.mark.parametrize("hits", [[], [Hit("a", 0.0, 0)]])
def test_nothing_to_rank_is_no_error(hits):
    assert order(hits) == [hit.id for hit in hits]


def test_an_offer_for_just_what_a_text_leans_to_comes_before_one_for_everything():
    everything = Fact("everything", topics=("need:sorg", "need:mad", "need:job"))
    others = [Fact(f"other{n}", topics=("need:mad", "need:job")) for n in range(5)]
    hits = [Hit("everything", 1.0, 3), Hit("just", 1.0, 3)]
    facts = (everything, Fact("just", topics=("need:sorg",)), *others, *(Fact(f"none{n}") for n in range(5)))
    assert order(hits, *facts, leaning={"need:sorg": 1.0}) == ["just", "everything"]


def test_what_the_best_have_in_common_is_asked_of_those_that_are_best_by_all_that_is_known():
    """A dozen hits of equal words: the text leans to grief, so that those about grief tell what the best have in common."""
    grief = [Fact(f"a{n}", topics=("need:sorg", "for:efterladte")) for n in range(6)]
    other = [Fact(f"b{n}", topics=("need:mad",)) for n in range(6)]
    facts = (*grief, *other, Fact("kin", topics=("for:efterladte",)), Fact("none", topics=("need:job",)))
    hits = [Hit(fact.id, 1.0, 3) for fact in facts]
    assert order(hits, *facts, leaning={"need:sorg": 1.0})[:7] == [*(fact.id for fact in grief), "kin"]
