"""Clauses and extras from the words of a query: what they are, are made of, and mean on this site."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from search.danish import Analyser
from search.plan.clauses import Alternative, Clause, Extra
from search.plan.phrasebook import Phrasebook
from search.plan.phrases import Found
from search.vocabulary import Concept, Group

#: A compound that is written apart, or put together otherwise: both of its ends, or one of them.
BOTH_PARTS, LAST_PART, FIRST_PART = 0.65, 0.35, 0.30
#: How rare a part must be to stand for the compound: about one entry in twelve has it.
TELLING = 2.5
#: A word that begins with the letters that were typed.
BEGUN = 0.6
EQUAL, PLAIN, BROADER = 0.5, 0.9, 0.4
CONCEPT = 0.9
#: What the label of a topic is worth that a text tells of without any phrase for it.
LEANT = 0.9
#: From so many words on the topics that a text leans to are asked for beside its words.
LONG = 6
RELATIVE = 0.9
#: What the words of a label are worth where an offer says them itself, beside the label.
SAID = 0.8
#: What words say one by one, and what some of them mean, where a phrase tells what they mean together: "bange for min
#: kæreste" is about violence, not about what else one is afraid of.
TOLD = 0.5
#: The same for a word that *not* turns into something else: who cannot sleep looks for no place to sleep.
TURNED = 0.15
#: A phrase says as much as a word that one entry in fifty has.
PHRASE_RARITY = 3.9


@dataclass(frozen=True, slots=True)
class Content:
    """A word that carries meaning: its place in the query, how it is searched, and its lemmas."""

    at: int
    word: str
    lemmas: tuple[str, ...]
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a word says: as it is counted, and as it would be if entries had it."""

    counted: float
    full: float


@dataclass(slots=True)
class Meant:
    """What was found in a site's phrasebook.

    A phrase whose words carry no meaning one by one ("kan ikke mere") is a clause of its own, since there is none that
    it could stand in for.
    """

    heads: list[str] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)
    extras: list[Extra] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    #: The bits of the words of which a phrase tells what they mean together.
    together: int = 0
    #: Those of them that a phrase with *not* turns into something else.
    turned: int = 0

    def add(self, alternatives: tuple[Alternative, ...], covers: int, found: Found[Group] | Found[Concept]) -> None:
        """Take a meaning in, with the bits of those of its words that carry meaning by themselves."""
        if covers:
            self.extras.append(Extra(alternatives, covers))
            self.together |= covers if len(found.words) > 1 else 0
            self.turned |= covers if found.turned else 0
        else:
            self.clauses.append(Clause(alternatives, PHRASE_RARITY))


class Meaning:
    """Makes clauses and extras by a site's phrasebook."""

    def __init__(self, analyser: Analyser, book: Phrasebook, rarity: Callable[[tuple[str, ...]], Rarity]) -> None:
        self._analyser = analyser
        self._book = book
        self._rarity = rarity

    def clause(self, content: Content, begun: Sequence[str] = ()) -> Clause:
        """The word with its parts, and no other words but those that it may be the beginning of."""
        alternatives = [Alternative((lemma,)) for lemma in content.lemmas]
        longer = dict.fromkeys(self._analyser.lemmas(word)[0] for word in begun)
        alternatives += [Alternative((lemma,), BEGUN) for lemma in longer if lemma not in content.lemmas]
        rarity = self._rarity((*content.lemmas, *longer))
        parts = self._analyser.parts(content.word)
        if len(parts) > 1 and not self._book.empty.intersection((parts[0], parts[-1])):
            alternatives.append(Alternative((parts[0], parts[-1]), BOTH_PARTS))
        # A part that very many entries have says little of the whole: "sted" is no "værested".
        telling = {part for part in parts if self._tells(part, rarity)}
        ends = zip(parts[-1:] + parts[:1], (LAST_PART, FIRST_PART), strict=False)
        alternatives += [Alternative((part,), weight) for part, weight in ends if part in telling]
        return Clause(tuple(alternatives), rarity.counted, rarity.full)

    def _tells(self, part: str, whole: Rarity) -> bool:
        """Whether a part of a compound says enough by itself: it is rare, or nothing has the compound."""
        if part in self._book.empty:
            return False
        return whole.counted < whole.full or self._rarity((part,)).counted >= TELLING

    def extras(self, rows: Sequence[tuple[str, ...]], contents: Sequence[Content], where: frozenset[str]) -> Meant:
        """What several words, or one, mean beside themselves."""
        bits = {content.at: 1 << n for n, content in enumerate(contents)}
        meant = Meant()
        for found, weight in self._groups(rows, where):
            meant.heads.append(found.what.head)
            meant.add(self._group(found.what, weight), _covers(found, bits), found)
        for concept in self._book.everyday.find(rows):
            meant.add(self._label(concept.what.label, CONCEPT), _covers(concept, bits), concept)
            meant.groups.update(filter(None, (concept.what.group,)))
        meant.extras.sort(key=lambda extra: -extra.covers.bit_count())
        meant.extras = [extra.weaker(TOLD) if any(map(extra.within, meant.extras)) else extra for extra in meant.extras]
        return meant

    def told(self, contents: Sequence[Content]) -> list[Extra]:
        """The labels of the topics that a long text tells of by the words of many phrases, and all words of none."""
        if len(contents) < LONG:
            return []
        topics = self._book.leanings.told([(content.word, content.lemmas) for content in contents])
        labels = self._book.topic_labels
        return [
            self.label(labels[topic], LEANT * strength**0.5, covers)
            for topic, strength, covers in topics
            if topic in labels
        ]

    def label(self, name: str, weight: float, covers: int) -> Extra:
        return Extra(self._label(name, weight), covers)

    def _groups(self, rows: Sequence[tuple[str, ...]], where: frozenset[str]) -> list[tuple[Found[Group], float]]:
        terms = [(found, EQUAL) for found in self._book.terms.find(rows)]
        plain = [(found, PLAIN) for found in self._book.plain.find(rows)]
        return [one for one in terms + plain if not one[0].what.where or where.intersection(one[0].what.where)]

    def _group(self, group: Group, weight: float) -> tuple[Alternative, ...]:
        own = [self._alternative(term, weight) for term in dict.fromkeys((group.head, *group.terms))]
        wider = [self._alternative(term, weight * BROADER / EQUAL) for term in self._broader(group)]
        return tuple(own + wider)

    def _broader(self, group: Group) -> list[str]:
        terms: list[str] = []
        for name in group.broader:
            other = self._book.heads.get(name)
            terms += (other.head, *other.terms) if other else (name,)
        return list(dict.fromkeys(terms))

    def _alternative(self, term: str, weight: float) -> Alternative:
        lemmas = tuple(self._analyser.lemmas(token.text)[0] for token in self._analyser.tokens(term))
        return Alternative(tuple(dict.fromkeys(lemmas)), weight)

    def _label(self, name: str, weight: float) -> tuple[Alternative, ...]:
        """An offer that carries the label, or says its words itself: not everybody chooses all labels that fit."""
        lemmas, content = self._book.label(name)
        label = (Alternative(lemmas, weight, zones=("labels",), together=True),) if lemmas else ()
        return (*label, Alternative(content, weight * SAID, zones=("title", "summary", "text"))) if content else label


def _covers(found: Found[Group] | Found[Concept], bits: dict[int, int]) -> int:
    return sum(bits.get(at, 0) for at in found.words)
