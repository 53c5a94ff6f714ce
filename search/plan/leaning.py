"""What a text leans to: the topics that its words stand for in the everyday phrases of needs and groups, taken together.

A phrase is found only where most of its words stand. Somebody who tells a story uses words of many phrases and all words
of none: each word votes for the topics whose phrases have it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import sqrt

from search.danish import Analyser
from search.vocabulary import Concept, Told

#: So many readings of a word vote.
_READINGS = 2
#: What a part of a compound says of the whole.
_PART = 0.5
#: A topic that has so small a share of a word's phrases has them by chance.
_LEAST = 0.03
#: A topic is told of when it is so strong, and more than one word speaks for it with so large a vote.
STRONG, CLEAR = 0.4, 0.06
#: So many topics are told of at once.
MOST_TOLD = 3


class Leanings:
    """Counts in how many phrases of each topic a word stands."""

    def __init__(
        self, concepts: Iterable[Concept], analyser: Analyser, empty: Collection[str], told: Iterable[Told] = ()
    ) -> None:
        self._analyser = analyser
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        phrases = (((one.topic,), (one.label, *one.everyday)) for one in concepts if one.topic)
        for topics, texts in (*phrases, *((one.topics, one.sentences) for one in told)):
            for text in texts:
                self._count(text, topics, counts, empty)
        self._votes = {lemma: _shares(topics) for lemma, topics in counts.items()}

    def of(self, words: Sequence[tuple[str, tuple[str, ...]]]) -> Mapping[str, float]:
        """How strongly words, each with its lemmas, lean to each topic: 1 is the strongest."""
        return _strengths(self._votes_of(words))

    def told(self, words: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[str, float, int]]:
        """The topics that a text tells of, each with its strength and the bits of the words that vote for it."""
        by_topic = self._votes_of(words)
        leaning = _strengths(by_topic)
        found: list[tuple[str, float, int]] = []
        for topic, votes in by_topic.items():
            clear = [n for n, vote in votes.items() if vote >= CLEAR]
            if leaning[topic] >= STRONG and len(clear) > 1:
                found.append((topic, leaning[topic], sum(1 << n for n in clear)))
        return sorted(found, key=lambda one: (-one[1], one[0]))[:MOST_TOLD]

    def _votes_of(self, words: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, dict[int, float]]:
        """For each topic the votes of the words, by their place."""
        votes: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for n, (word, lemmas) in enumerate(words):
            known, weight = self._known(word, lemmas)
            for lemma in known:
                for topic, share in self._votes[lemma]:
                    votes[topic][n] += weight * share / len(known)
        return votes

    def _known(self, word: str, lemmas: tuple[str, ...]) -> tuple[list[str], float]:
        known = [lemma for lemma in lemmas[:_READINGS] if lemma in self._votes]
        if known:
            return known, 1.0
        parts = self._analyser.parts(word)
        return [part for part in dict.fromkeys(parts[:1] + parts[-1:]) if part in self._votes], _PART

    def _count(
        self, phrase: str, topics: Sequence[str], counts: dict[str, dict[str, float]], empty: Collection[str]
    ) -> None:
        words = [token.text for token in self._analyser.tokens(phrase) if token.text not in empty]
        lemmas = {lemma for word in words for lemma in self._said(word)}
        for lemma in lemmas:
            for topic in topics:
                counts[lemma][topic] += 1 / sqrt(len(lemmas))

    def _said(self, word: str) -> tuple[str, ...]:
        parts = self._analyser.parts(word)
        return (*self._analyser.lemmas(word)[:_READINGS], *((parts[0], parts[-1]) if len(parts) > 1 else ()))


def _shares(topics: Mapping[str, float]) -> list[tuple[str, float]]:
    """The share of a word's phrases that each topic has; a word of few phrases is trusted little."""
    whole = sum(topics.values())
    trusted = whole / (whole + 1)
    return [(topic, trusted * count / whole) for topic, count in topics.items() if count / whole >= _LEAST]


def _strengths(votes: Mapping[str, Mapping[int, float]]) -> dict[str, float]:
    """How strong each topic is beside the strongest, from 0 to 1."""
    sums = {topic: sum(each.values()) for topic, each in votes.items()}
    most = max(sums.values(), default=0.0)
    # Squared, so that one clear topic is not drowned by many that words touch in passing.
    return {topic: (vote / most) ** 2 for topic, vote in sums.items()}
