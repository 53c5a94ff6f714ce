"""From a query's text to the ways to ask for it. Pure: no engine, no clock."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from search.contract import Query, Understood, Wish, Word
from search.danish import Analyser, Token
from search.danish.correction import Correction
from search.plan.asking import Said, whole
from search.plan.clauses import Alternative, Asked, Clause, Lift
from search.plan.meaning import RELATIVE, TOLD, TURNED, Content, Meaning, Meant, Rarity
from search.plan.phrasebook import Phrasebook
from search.plan.reading import Plan
from search.plan.sentence import MOST_WORDS, Sentence
from search.plan.spelling import Speller
from search.plan.stretches import without, words_in
from search.plan.wishes import NO_WISHES, Wished, WishFacets, WishReader
from search.text import clean
from search.vocabulary import EMPTY, Vocabulary

#: More wishes than this are not told apart.
MOST_LIFTS = 6
#: What the word for a relative still counts.
LOWERED = 0.25
#: What a word that no entry has still counts.
UNSEEN = 0.75
#: What is left of an entry that has what is not wanted.
UNWANTED = 0.1
#: What a label is worth whose name is all that was typed.
NAMED_SO = 3.0
#: How strongly a text that tells an age leans to the groups of that age.
AGED = 0.7
#: What other words of such a text count.
INCIDENTAL = 0.4


class Planner:
    """Makes plans. `frequency` tells in how many of `entries()` entries a lemma stands."""

    def __init__(
        self,
        analyser: Analyser,
        speller: Speller,
        frequency: Callable[[str], int],
        entries: Callable[[], int],
        vocabulary: Callable[[], Vocabulary] = lambda: EMPTY,
        facets: WishFacets = NO_WISHES,
    ) -> None:
        self._analyser = analyser
        self._speller = speller
        self._frequency = frequency
        self._entries = entries
        self._vocabulary = vocabulary
        self._facets = facets
        self._book: Phrasebook | None = None

    def read(self, query: Query) -> Plan:
        """What the text of the query asks for."""
        text = clean(query.text)
        tokens = self._analyser.tokens(text)
        if not tokens:
            return Plan()
        book = self._phrasebook()
        wished = self._wished(book, text, tokens, query)
        rest = [token for at, token in enumerate(tokens) if at not in wished.used]
        mended = _as_typed(rest) if query.exactly else self._speller.correct(rest, book)
        words = [Word(one.typed, one.used, one.how) for one in mended]
        # Before anything is corrected, and again after: a mistake must neither hide a word of crisis nor make one up.
        typed, used = [token.text for token in tokens], [word.used for word in words]
        crisis = book.crisis.find(typed) or (book.crisis.find(used) if used != typed else ())
        plan = _begun(book, wished, crisis)
        if not words:
            return plan
        unread = {tokens[at].start for at in wished.unread}
        optional = frozenset(at for at, one in enumerate(mended) if one.start in unread)
        rows = [self._analyser.lemmas(word.used) for word in words]
        where = frozenset(query.scope.get(self._facets.place, ()))
        sentence = Sentence(words, rows, book, optional, plain=query.exactly)
        return self._asking(replace(plan, meant=sentence.meant(without(text, query.aside))), sentence, where)

    def alike(self, plan: Plan) -> Asked | None:
        """Names with words that look like those that were typed, which nothing has; None when none does."""
        empty = self._phrasebook().empty
        words = [word.used for word in plan.understood.words if word.used not in empty]
        found = self._speller.alike(words[:MOST_WORDS])
        lemmas = dict.fromkeys(self._analyser.lemmas(other)[0] for other in found)
        if not lemmas:
            return None
        return Asked((Clause(tuple(Alternative((lemma,), zones=("title",)) for lemma in lemmas)),))

    def _wished(self, book: Phrasebook, text: str, tokens: Sequence[Token], query: Query) -> Wished:
        aside = words_in(text, tokens, query.aside)
        if query.exactly:
            return Wished(used=aside)
        rows = [self._analyser.lemmas(token.text) for token in tokens]
        return WishReader(book, self._facets, query.unread).read(text, tokens, rows, aside)

    def _asking(self, plan: Plan, sentence: Sentence, where: frozenset[str]) -> Plan:
        """The plan with the ways to ask for the words of the sentence."""
        aged = plan.groups
        meaning = Meaning(self._analyser, sentence.book, self._rarity_among(self._entries()))
        lowered = sentence.relatives
        relative = [meaning.label(name, RELATIVE, lowered) for name in sentence.book.vocabulary.relatives if lowered]
        meant = meaning.extras(sentence.wanted, sentence.contents, where)
        meant.extras[:0] = meaning.told(sentence.contents)
        clauses = [self._clause(n, content, sentence, meaning, meant) for n, content in enumerate(sentence.contents)]
        extras = (*relative, *(extra for extra in meant.extras if extra.covers & ~lowered))
        said = Said((*clauses, *meant.clauses)[:MOST_WORDS], whole(sentence.rows), extras, sentence.free, lowered)
        understood = replace(
            plan.understood,
            words=tuple(sentence.words),
            wishes=(*plan.understood.wishes, *_unwanted(sentence)),
            meant=tuple(dict.fromkeys(meant.heads)),
            marks=said.marks,
            relative=bool(relative),
        )
        lifts = (*self._without(sentence), *_named_so(sentence, self._facets), *plan.lifts)[:MOST_LIFTS]
        plan = replace(plan, lifts=lifts, groups=plan.groups | self._groups(sentence, meant), understood=understood)
        leaning = _leaning(sentence, aged)
        # Where a phrase tells what words mean together, the words by themselves say something else.
        strict = said.wide if said.wide and meant.together else said.strict
        return replace(plan, strict=strict, wide=said.wide, some=said.some, last=said.last, leaning=leaning)

    def _clause(self, n: int, content: Content, sentence: Sentence, meaning: Meaning, meant: Meant) -> Clause:
        """The clause of a word; one that only belongs to what is told counts little."""
        clause = meaning.clause(
            content, self._speller.beginning(content.word, sentence.book) if content.unknown else ()
        )
        if meant.turned >> n & 1:
            clause = clause.weaker(TURNED)
        elif meant.together >> n & 1:
            clause = clause.weaker(TOLD)
        if (sentence.relatives | sentence.free) >> n & 1:
            # A relative is not who the offer is for.
            return clause.rarer(LOWERED)
        if (sentence.incidental & ~meant.together) >> n & 1:
            return clause.weaker(INCIDENTAL).rarer(INCIDENTAL)
        return clause

    @staticmethod
    def _groups(sentence: Sentence, meant: Meant) -> frozenset[str]:
        """The target groups that the sentence names, and those that everybody is taken for."""
        relatives = sentence.book.relatives if sentence.relatives else frozenset[str]()
        return sentence.book.vocabulary.usual | relatives | meant.groups

    def _without(self, sentence: Sentence) -> tuple[Lift, ...]:
        """What pushes down entries that have what is not wanted."""
        unwanted = (sentence.rows[refused[-1]] for refused in sentence.refused)
        return tuple(
            Lift(factor=UNWANTED, alternatives=tuple(Alternative((lemma,)) for lemma in lemmas)) for lemmas in unwanted
        )

    def _rarity_among(self, entries: int) -> Callable[[tuple[str, ...]], Rarity]:
        def rarity(lemmas: tuple[str, ...]) -> Rarity:
            seen = max(self._frequency(lemma) for lemma in lemmas)
            rare = log(1 + (entries + 1) / (seen + 1))
            # What no entry has cannot be found: it must not be what everything else is measured by.
            return Rarity(rare if seen else rare * UNSEEN, rare)

        return rarity

    def _phrasebook(self) -> Phrasebook:
        vocabulary = self._vocabulary()
        book = self._book
        if book is None or book.vocabulary is not vocabulary:
            book = self._book = Phrasebook(vocabulary, self._analyser)
        return book


def _as_typed(tokens: Sequence[Token]) -> list[Correction]:
    return [Correction(token.text, token.text, "typed", token.start, token.end) for token in tokens]


def _begun(book: Phrasebook, wished: Wished, crisis: tuple[str, ...]) -> Plan:
    """The plan as far as it follows from what is wished for, before its words are asked for."""
    return Plan(
        understood=Understood(wishes=tuple(wished.wishes), crisis=crisis),
        places=wished.places,
        facts=wished.facts,
        near=wished.near,
        lifts=tuple(wished.lifts[:MOST_LIFTS]),
        groups=book.groups_of_age(wished.age),
        apart=book.vocabulary.apart,
    )


def _named_so(sentence: Sentence, facets: WishFacets) -> tuple[Lift, ...]:
    """What lifts entries with a label when the text is its name and nothing else."""
    lemmas = tuple(row[0] for row in sentence.rows)
    topic = sentence.book.names.get(lemmas)
    if topic is None:
        return ()
    facet, _, value = topic.partition(":")
    if facet in facets.facts:
        return (Lift(facet, value, NAMED_SO),)
    return (Lift(factor=NAMED_SO, alternatives=(Alternative(lemmas, zones=("labels",), together=len(lemmas) > 1),)),)


def _leaning(sentence: Sentence, aged: frozenset[str]) -> Mapping[str, float]:
    """What the sentence leans to: the topics of its words, and the groups of the age that it tells."""
    book = sentence.book
    leaning = book.leanings.of([(content.word, content.lemmas) for content in sentence.contents])
    ages = {topic: AGED for group in aged if (topic := book.group_topics.get(group))}
    return {topic: max(leaning.get(topic, 0.0), ages.get(topic, 0.0)) for topic in (*leaning, *ages)}


def _unwanted(sentence: Sentence) -> Iterator[Wish]:
    """What is not wanted, to be told and taken back."""
    for refused in sentence.refused:
        typed = " ".join(sentence.words[at].typed for at in refused)
        yield Wish("without", typed, "", sentence.words[refused[-1]].used, typed)
