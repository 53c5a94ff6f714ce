"""Why an entry was found, and stands where it does, or why it was not found: for editors who wonder.

By asking the store about single entries and single words, so that it tells what the store does and not what it should
do. The same for every engine.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from search.contract import Explanation, Met, Query
from search.finding.kinship import lifted_by_kinship
from search.finding.rank import WINDOW, Ranking, beside_words, factors, ranked, scored
from search.finding.ways import Way
from search.plan import Alternative, Asked, Clause, Extra, Plan
from search.store import Answer, Hit, Request, Store


@dataclass(frozen=True, slots=True)
class Asking:
    """A query with the way in which it was asked in the end, and what that found."""

    query: Query
    plan: Plan
    way: Way
    request: Request
    answer: Answer
    ranking: Ranking


def explanations(store: Store, asking: Asking, ids: Sequence[str]) -> tuple[Explanation, ...]:
    """One for each of the entries, in their order."""
    among = frozenset(ids)
    asked = asking.request.asked
    met = _met(store, asked, among) if asked else {}
    placed = _places(asking) if asked else {}
    bits = {hit.id: hit for hit in _each_clause(store, asked, among)} if asked else {}
    return tuple(_explained(store, asking, key, tuple(met.get(key, ())), placed.get(key), bits.get(key)) for key in ids)


def _explained(
    store: Store, asking: Asking, key: str, met: tuple[Met, ...], placed: tuple[int, float] | None, hit: Hit | None
) -> Explanation:
    asked = asking.request.asked
    missing = _missing(asked, hit.matched if hit else 0) if asked else ()
    if placed is None or asked is None or hit is None:
        late = ("late",) if asked else ()
        return Explanation(key, met=met, missing=missing, hindrances=tuple(_hindrances(store, asking, key)) or late)
    place, score = placed
    return Explanation(key, place, score, met, missing, _factors(asking, asked, key))


def _factors(asking: Asking, asked: Asked, key: str) -> dict[str, float]:
    """What the score of a hit that is ranked was multiplied by."""
    hits = asking.answer.hits[:WINDOW]
    first = {hit.id: hit.score for hit in scored(hits, asked, asking.ranking)}
    own = beside_words(first, asking.ranking)
    akin = lifted_by_kinship(own, asking.ranking.facts)[key] / own[key] if own[key] else 1.0
    made = factors(next(hit for hit in hits if hit.id == key), asked, asking.ranking)
    return asdict(made) | {"akin": akin}


def _places(asking: Asking) -> dict[str, tuple[int, float]]:
    """The place and the score of each hit that is ranked."""
    asked = asking.request.asked or Asked(())
    best = ranked(asking.answer.hits[:WINDOW], asked, asking.ranking)
    return {hit.id: (place, hit.score) for place, hit in enumerate(best, start=1)}


def _each_clause(store: Store, asked: Asked, among: frozenset[str]) -> tuple[Hit, ...]:
    """The entries that have at least one of the words, with what they have."""
    each = tuple(1 << n for n in range(len(asked.clauses)))
    return store.ask(Request(asked=replace(asked, enough=each), within=among, limit=len(among))).hits


def _missing(asked: Asked, matched: int) -> tuple[str, ...]:
    covered = asked.covered(matched)
    return tuple(_name(clause) for n, clause in enumerate(asked.clauses) if not covered >> n & 1)


def _met(store: Store, asked: Asked, among: frozenset[str]) -> dict[str, list[Met]]:
    """For each entry the best way in which it has each word and each meaning."""
    found: dict[str, list[Met]] = defaultdict(list)
    parts: tuple[Clause | Extra, ...] = (*asked.clauses, *asked.extras)
    for part in parts:
        best: dict[str, Met] = {}
        for alternative in part.alternatives:
            for zone in alternative.zones:
                for hit in _having(store, replace(alternative, zones=(zone,)), among):
                    if hit.id not in best or best[hit.id].score < hit.score:
                        best[hit.id] = Met(_name(part), " ".join(alternative.lemmas), zone, hit.score)
        for key, met in best.items():
            found[key].append(met)
    return found


def _having(store: Store, alternative: Alternative, among: frozenset[str]) -> tuple[Hit, ...]:
    return store.ask(Request(asked=Asked((Clause((alternative,)),)), within=among, limit=len(among))).hits


def _name(part: Clause | Extra) -> str:
    return " ".join(part.alternatives[0].lemmas)


def _hindrances(store: Store, asking: Asking, key: str) -> Iterator[str]:
    """What keeps the entry from being found."""
    request, alone = asking.request, frozenset((key,))

    def has(**narrowing: object) -> bool:
        return bool(store.ask(replace(Request(within=alone, limit=1), **narrowing)).total)  # type: ignore[arg-type]

    if not has():
        yield "index"
        return
    if request.scope and not has(scope=request.scope):
        yield "scope"
    yield from (name for name, values in request.facets.items() if not has(facets={name: values}))
    if request.within is not None and key not in request.within:
        yield "radius"
    if request.open and not has(open=request.open):
        yield "open"
    if request.starts != (None, None) and not has(starts=request.starts):
        yield "dates"
    if request.asked and not has(asked=request.asked):
        yield "words"
