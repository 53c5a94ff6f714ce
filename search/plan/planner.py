"""From a query's text to the ways to ask for it. Pure: no engine, no clock."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import log

from search.contract import Query, Understood, Word
from search.danish import Analyser, Token
from search.danish.correction import Correction
from search.plan.clauses import Alternative, Asked, Clause, Extra
from search.plan.enough import enough
from search.plan.meaning import RELATIVE, TOLD, Content, Meaning, Rarity
from search.plan.phrasebook import Phrasebook
from search.plan.reading import Plan
from search.plan.spelling import Speller
from search.plan.wishes import NO_WISHES, Wished, WishFacets, WishReader
from search.text import clean
from search.vocabulary import EMPTY, Vocabulary

#: So many content words are asked for; the rest of a long text is left out.
MOST_WORDS = 12
#: With the words they are as many things as one number can tell apart.
MOST_EXTRAS, MOST_LIFTS = 8, 4
#: What the word for a relative still counts.
LOWERED = 0.25
#: What a word that no entry has still counts.
UNSEEN = 0.75
_POSSESSIVE = {"min", "mit", "mine", "vores"}


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
        wished = Wished() if query.exactly else self._wished(book, text, tokens, query.unread)
        rest = [token for at, token in enumerate(tokens) if at not in wished.used]
        mended = _as_typed(rest) if query.exactly else self._speller.correct(rest, book)
        words = [Word(one.typed, one.used, one.how) for one in mended]
        unread = {tokens[at].start for at in wished.unread}
        optional = frozenset(at for at, one in enumerate(mended) if one.start in unread)
        # Before anything is corrected, and again after: a mistake must neither hide a word of crisis nor make one up.
        typed, used = [token.text for token in tokens], [word.used for word in words]
        crisis = book.crisis.find(typed) or (book.crisis.find(used) if used != typed else ())
        plan = Plan(
            understood=Understood(wishes=tuple(wished.wishes), crisis=crisis),
            facets=wished.facets,
            near=wished.near,
            lifts=tuple(wished.lifts[:MOST_LIFTS]),
        )
        where = frozenset(query.scope.get(self._facets.place, ()))
        return self._asking(plan, words, optional, book, where) if words else plan

    def alike(self, plan: Plan) -> Asked | None:
        """Names with words that look like those that were typed, which nothing has; None when none does."""
        empty = self._phrasebook().empty
        words = [word.used for word in plan.understood.words if word.used not in empty]
        found = [self._speller.alike(word) for word in words[:MOST_WORDS]]
        lemmas = dict.fromkeys(self._analyser.lemmas(other)[0] for others in found for other in others)
        if not lemmas:
            return None
        return Asked((Clause(tuple(Alternative((lemma,), zones=("title",)) for lemma in lemmas)),))

    def _wished(self, book: Phrasebook, text: str, tokens: Sequence[Token], unread: tuple[str, ...]) -> Wished:
        rows = [self._analyser.lemmas(token.text) for token in tokens]
        return WishReader(book, self._facets, unread).read(text, tokens, rows)

    def _asking(
        self, plan: Plan, words: Sequence[Word], optional: frozenset[int], book: Phrasebook, where: frozenset[str]
    ) -> Plan:
        """The plan with the ways to ask for the words, of which the optional ones lift and are not demanded."""
        rows = [self._analyser.lemmas(word.used) for word in words]
        contents = self._contents(words, rows, book)
        meaning = Meaning(self._analyser, book, self._rarity_among(self._entries()))
        relative = self._relative(words, contents, book, meaning)
        meant = meaning.extras(rows, contents, where)
        lowered = relative[0].covers if relative else 0
        free = sum(1 << n for n, content in enumerate(contents) if content.at in optional)
        together = meant.together
        told = [
            clause.weaker(TOLD) if together >> n & 1 else clause
            for n, clause in enumerate(self._clauses(contents, lowered | free, meaning))
        ]
        clauses = (*told, *meant.clauses)[:MOST_WORDS]
        whole = _whole(rows)
        extras = [extra for extra in meant.extras if extra.covers & ~lowered]
        wide = (*whole, *relative, *extras)[:MOST_EXTRAS]
        marks = _marks(clauses, (*relative, *extras))
        some = Asked(clauses, _sufficing(wide), enough=enough(clauses))
        everything = (1 << len(clauses)) - 1
        demanded = everything & ~free or everything
        return replace(
            plan,
            strict=Asked(clauses, tuple(whole), enough=(demanded,) if demanded != everything else ()),
            wide=Asked(clauses, wide, enough=(demanded,)) if wide != tuple(whole) else None,
            some=some,
            last=replace(some, clauses=tuple(_among_everyday_names(clause) for clause in clauses)),
            understood=replace(
                plan.understood,
                words=tuple(words),
                meant=tuple(dict.fromkeys(meant.heads)),
                marks=marks,
                relative=bool(relative),
            ),
        )

    def _clauses(self, contents: Sequence[Content], lowered: int, meaning: Meaning) -> tuple[Clause, ...]:
        """A clause for each word; those lowered count little: a relative is not who the offer is for."""
        clauses = [meaning.clause(content) for content in contents]
        return tuple(
            replace(clause, rarity=clause.rarity * LOWERED) if lowered >> n & 1 else clause
            for n, clause in enumerate(clauses)
        )

    def _contents(self, words: Sequence[Word], rows: Sequence[tuple[str, ...]], book: Phrasebook) -> list[Content]:
        """The words that carry meaning; words that carry little when there are no others."""
        for empty in (book.empty, book.vocabulary.stop, frozenset[str]()):
            kept: dict[tuple[str, ...], Content] = {}
            for at, word in enumerate(words):
                if word.used not in empty:
                    kept.setdefault(rows[at], Content(at, word.used, rows[at]))
            if kept:
                return list(kept.values())[:MOST_WORDS]
        return []

    def _relative(
        self, words: Sequence[Word], contents: Sequence[Content], book: Phrasebook, meaning: Meaning
    ) -> list[Extra]:
        """Offers for relatives, when somebody asks for one close to them."""
        family = book.vocabulary.family
        bits = 0
        for n, content in enumerate(contents):
            before = words[content.at - 1].used if content.at else ""
            after = words[content.at + 1].used if content.at + 1 < len(words) else ""
            theirs = before in _POSSESSIVE or after == "til"
            if theirs and family.intersection((content.word, *content.lemmas)):
                bits |= 1 << n
        return [meaning.label(name, RELATIVE, bits) for name in book.vocabulary.relatives] if bits else []

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


def _whole(rows: Sequence[tuple[str, ...]]) -> list[Extra]:
    """All words in a row, as in the name of an offer."""
    if len(rows) < 2:
        return []
    lemmas = tuple(row[0] for row in rows)
    return [Extra((Alternative(lemmas, zones=("title", "labels"), together=True),), (1 << MOST_WORDS) - 1)]


def _marks(clauses: Sequence[Clause], extras: Sequence[Extra]) -> frozenset[str]:
    """What to mark in a hit: the words, and single words for the same; a word of a longer term says little by itself."""
    own = {lemma for clause in clauses for one in clause.alternatives for lemma in one.lemmas}
    same = {one.lemmas[0] for extra in extras for one in extra.alternatives if len(one.lemmas) == 1}
    return frozenset(own | same)


def _among_everyday_names(clause: Clause) -> Clause:
    named = tuple(replace(one, zones=("concepts",)) for one in clause.alternatives)
    return replace(clause, alternatives=clause.alternatives + named)


def _sufficing(extras: tuple[Extra, ...]) -> tuple[Extra, ...]:
    """The extras, of which those of several words are enough by themselves."""
    return tuple(replace(extra, suffices=extra.covers.bit_count() > 1) for extra in extras)
