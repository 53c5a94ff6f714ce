"""What the best hits have in common lifts others that have it too: topics say in one word what texts say in many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt

from search.facts import Facts

#: So many of the best hits are asked what they have in common.
_ASKED = 10
#: What having all of it in common is worth.
_WEIGHT = 0.6


def lifted_by_kinship(scores: Mapping[str, float], facts: Facts) -> dict[str, float]:
    """The scores of hits, with what they share with the best of them."""
    if len(scores) <= _ASKED:
        # All of them are the best ones: what they share would only favour those with many topics.
        return dict(scores)
    best = sorted(scores, key=lambda key: (-scores[key], key))[:_ASKED]
    kin = _shares(scores, _common({key: scores[key] for key in best}, facts), facts)
    return {key: score * (1 + _WEIGHT * kin[key]) for key, score in scores.items()}


def leaning_to(ids: Iterable[str], leaning: Mapping[str, float], facts: Facts) -> dict[str, float]:
    """How much each of these entries is about the topics that a text leans to; 1 is the most."""
    return _shares(
        ids, {topic: weight * facts.topic_rarity.get(topic, 0.0) for topic, weight in leaning.items()}, facts
    )


def _common(best: Mapping[str, float], facts: Facts) -> dict[str, float]:
    """How much each topic says about the best hits: the rarer it is elsewhere, the more."""
    found: dict[str, float] = defaultdict(float)
    whole = sum(best.values()) or 1.0
    for key, score in best.items():
        for topic in _topics(key, facts):
            found[topic] += score / whole * facts.topic_rarity.get(topic, 0.0)
    return found


def _shares(ids: Iterable[str], worth: Mapping[str, float], facts: Facts) -> dict[str, float]:
    """How much of what topics are worth each entry has, beside all else that it is about; 1 is the most."""
    has = {key: _share(_topics(key, facts), worth, facts) for key in ids}
    most = max(has.values(), default=0.0) or 1.0
    return {key: value / most for key, value in has.items()}


def _share(topics: Iterable[str], worth: Mapping[str, float], facts: Facts) -> float:
    # Divided as a cosine is: a place for everything is less of an answer than one for just this.
    breadth = sqrt(sum(facts.topic_rarity.get(topic, 0.0) ** 2 for topic in topics))
    return sum(worth.get(topic, 0.0) for topic in topics) / breadth if breadth else 0.0


def _topics(key: str, facts: Facts) -> tuple[str, ...]:
    return facts[key].topics if key in facts else ()
