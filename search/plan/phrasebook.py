"""A site's vocabulary, made ready for looking up. Made once for each vocabulary, since it takes a moment."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.danish import Analyser
from search.plan.crisis import CrisisFinder
from search.plan.foreign import Translator
from search.plan.leaning import Leanings
from search.plan.phrases import Handfuls, Rows
from search.plan.places import Gazetteer
from search.vocabulary import Concept, Group, Vocabulary, WishWord

#: Every label is about people: in a label these words tell nothing.
_ANYBODY = frozenset(("menneske", "person", "folk"))


class Phrasebook:
    """Looks up what the words of a query mean on this site."""

    def __init__(self, vocabulary: Vocabulary, analyser: Analyser) -> None:
        self.vocabulary = vocabulary
        self._analyser = analyser
        #: The lemmas of a label in order, and those of its words that carry meaning.
        self.label = lru_cache(None)(self._label)
        self.empty = vocabulary.stop | vocabulary.noise
        self.terms: Rows[Group] = Rows(analyser)
        self.plain: Handfuls[Group] = Handfuls(analyser, self.empty)
        self.everyday: Handfuls[Concept] = Handfuls(analyser, self.empty)
        self.crisis = CrisisFinder(vocabulary.crisis, analyser, vocabulary.slots, vocabulary.harmless)
        self.leanings = Leanings(vocabulary.concepts, analyser, self.empty, vocabulary.told)
        self.foreign = Translator(vocabulary.foreign, vocabulary.foreign_stop)
        self.wishes: Rows[WishWord] = Rows(analyser)
        self.places = Gazetteer(vocabulary.places)
        self.heads: dict[str, Group] = {group.head: group for group in vocabulary.groups}
        self._read_labels()
        self._fill()
        self.topics = frozenset(self._topics())
        terms = (term for group in vocabulary.groups for term in (group.head, *group.terms))
        self.domain_words = self._words_of(terms) - self.empty
        self.crisis_words = self._words_of(phrase for crisis in vocabulary.crisis for phrase in crisis.phrases)

    def _read_labels(self) -> None:
        """Look up labels by their names, topics and groups."""
        concepts = self.vocabulary.concepts
        #: The topics of labels (none for kinds), by the lemmas of all words of their names.
        self.names = {self._label(concept.label)[0]: concept.topic for concept in reversed(concepts)}
        self.topic_labels = {concept.topic: concept.label for concept in concepts if concept.topic}
        self.group_topics = {concept.group: concept.topic for concept in concepts if concept.group}
        #: The target groups of relatives.
        self.relatives = frozenset(
            concept.group for concept in concepts if concept.group and concept.label in self.vocabulary.relatives
        )

    def _words_of(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(token.text for text in texts for token in self._analyser.tokens(text))

    def groups_of_age(self, age: int | None) -> frozenset[str]:
        """The target groups that somebody of this age belongs to."""
        return frozenset(
            ages.group for ages in self.vocabulary.ages if age is not None and ages.first <= age <= ages.last
        )

    def is_term(self, word: str) -> bool:
        """Whether the word by itself names something that offers are about."""
        return bool(self.topics.intersection(self._analyser.lemmas(word)))

    def _topics(self) -> Iterator[str]:
        """The lemmas of words that name something by themselves: labels, everyday names of one word, and terms."""
        for concept in self.vocabulary.concepts:
            yield from self.label(concept.label)[1]
            yield from self._alone(concept.everyday)
        for group in self.vocabulary.groups:
            yield from self._alone((group.head, *group.terms, *group.plain))

    def _alone(self, phrases: Iterable[str]) -> Iterator[str]:
        for phrase in phrases:
            words = [token.text for token in self._analyser.tokens(phrase)]
            if len(words) == 1 and words[0] not in self.empty:
                yield self._analyser.lemmas(words[0])[0]

    def _fill(self) -> None:
        for group in self.vocabulary.groups:
            self._add_group(group)
        for concept in self.vocabulary.concepts:
            for phrase in concept.everyday:
                self.everyday.add(phrase, concept)
        for wish in self.vocabulary.wishes:
            self.wishes.add(wish.phrase, wish)

    def _label(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        words = [token.text for token in self._analyser.tokens(name)]
        lemmas = tuple(self._analyser.lemmas(word)[0] for word in words)
        content = (lemma for word, lemma in zip(words, lemmas, strict=True) if word not in self.empty)
        return lemmas, tuple(dict.fromkeys(lemma for lemma in content if lemma not in _ANYBODY))

    def _add_group(self, group: Group) -> None:
        for term in dict.fromkeys((group.head, *group.terms)):
            self.terms.add(term, group)
        for phrase in group.plain:
            self.plain.add(phrase, group)
