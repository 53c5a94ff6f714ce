"""What the best hits have in common lifts others that have it too: topics say in one word what texts say in many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from search.facts import Facts
from search.store import Hit

#: So many of the best hits are asked what they have in common.
_ASKED = 10
#: What having all of it in common is worth.
_WEIGHT = 0.6


def lifted_by_kinship(hits: Sequence[Hit], facts: Facts) -> dict[str, float]:
    """The scores of the hits, which are given best first, with what they share with the best ones."""
    if len(hits) <= _ASKED:
        # All of them are the best ones: what they share would only favour those with many topics.
        return {hit.id: hit.score for hit in hits}
    topics = {hit.id: facts[hit.id].topics if hit.id in facts else () for hit in hits}
    common = _common(hits[:_ASKED], topics, facts)
    worth = {hit.id: sum(common.get(topic, 0.0) for topic in topics[hit.id]) for hit in hits}
    most = max(worth.values(), default=0.0) or 1.0
    return {hit.id: hit.score * (1 + _WEIGHT * worth[hit.id] / most) for hit in hits}


def leaning_to(ids: Iterable[str], leaning: Mapping[str, float], facts: Facts) -> dict[str, float]:
    """How much each of these entries has of the topics that a text leans to; 1 is the most."""
    worth = {
        topic: weight * log(max(1.0, len(facts) / facts.topic_counts[topic]))
        for topic, weight in leaning.items()
        if facts.topic_counts.get(topic)
    }
    has = {key: sum(worth.get(topic, 0.0) for topic in facts[key].topics) if key in facts else 0.0 for key in ids}
    most = max(has.values(), default=0.0) or 1.0
    return {key: value / most for key, value in has.items()}


def _common(best: Sequence[Hit], topics: dict[str, tuple[str, ...]], facts: Facts) -> dict[str, float]:
    """How much each topic says about the best hits: the rarer it is elsewhere, the more."""
    found: dict[str, float] = defaultdict(float)
    whole = sum(hit.score for hit in best) or 1.0
    for hit in best:
        for topic in topics[hit.id]:
            found[topic] += hit.score / whole * log(max(1.0, len(facts) / facts.topic_counts.get(topic, 1)))
    return found
