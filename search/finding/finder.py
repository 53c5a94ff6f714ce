"""The engine of the contract: one way to plan, ask, rank and page, over whatever store keeps the entries."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from search.contract import MAX_HITS, Entry, Explanation, Health, Query, Relaxed, Results
from search.finding.ask import Page, distances_of, request_of
from search.finding.explaining import Asking, explanations
from search.finding.fit import LOOKED_AT, fits_badly, is_named
from search.finding.rank import WINDOW, Ranking, ranked
from search.finding.ways import FEW, Way, narrowed, only_wished, only_words, unwished, ways, wider
from search.meter import METER
from search.plan import Plan, Planner
from search.semantic.likeness import ALIKE, Likeness
from search.semantic.opinion import NONE, Opinion
from search.store import Answer, Hit, Request, Store

#: So few are enough in a place that was read in the words: what is there comes before what is elsewhere.
ENOUGH_THERE = 3
#: Where the words found at least so many, a page is full; else at most so many that are alike stand beside them.
MANY, MOST_ALIKE = 20, 10


class Finder:
    """Fills the contract with the help of a store."""

    def __init__(
        self,
        store: Store,
        planner: Planner,
        audience_facet: str = "",
        today: Callable[[], date] = date.today,
        likeness: Likeness | None = None,
    ) -> None:
        self._likeness = likeness
        self._store = store
        self._planner = planner
        self._audience_facet = audience_facet
        self._today = today

    def search(self, query: Query) -> Results:
        """Answer a query, or raise `SearchUnavailable`."""
        with METER.search():
            return self._answered(query)

    def _answered(self, query: Query) -> Results:
        asking, looser = self._asking(query)
        plan, way, request, answer = asking.plan, asking.way, asking.request, asking.answer
        hits = self._in_order(asking.query, request, answer, asking.ranking)
        reaching, reaching_total = self._reaching(asking)
        more, loosened = self._more(asking, looser, reaching)
        # Asking a mapping whether it is empty would measure the way to everything.
        away = {} if asking.ranking.distances is None else asking.ranking.distances
        ids = tuple(hit.id for hit in hits)
        return Results(
            ids=ids,
            total=answer.total,
            counts=answer.counts,
            without=answer.without,
            distances={key: away[key] for key in (*ids, *more) if key in away},
            scores={hit.id: hit.score for hit in hits} if request.order == "score" else {},
            more=more,
            reaching=reaching,
            reaching_total=reaching_total,
            understood=replace(
                plan.understood, relaxed=way.relaxed, loosened=loosened, weak=self._weak(way, plan, request, answer)
            ),
        )

    def explain(self, query: Query, ids: Sequence[str]) -> tuple[Explanation, ...]:
        """Why these entries stand where they do among the hits of a query, or why they are not among them.

        By relevance, whatever order the query asks for. Takes hundreds of requests: for editors, not for visitors.
        """
        return explanations(self._store, self._asking(replace(query, sort="relevance"))[0], ids)

    def _asking(self, query: Query) -> tuple[Asking, Sequence[Way]]:
        """What the text was found to ask for and what that finds, with the ways that are looser."""
        plan = self._planner.read(query)
        query = replace(query, near=query.near or plan.near)
        way, looser = self._chosen(only_words(query), plan)
        query, way = self._wished(query, way)
        opinion = self._likeness.of(plan.meant, self._store.facts()) if self._likeness and plan.meant else NONE
        return self._asked(query, plan, way, opinion), looser

    def _chosen(self, query: Query, plan: Plan) -> tuple[Way, Sequence[Way]]:
        """The first way of asking for the words that finds enough, else the one that finds most; and those after it."""
        every = list(ways(plan, exactly=query.exactly))
        if len(every) == 1:
            return every[0], ()
        totals: list[int] = []
        there = 0
        for way in every:
            elsewhere = there >= ENOUGH_THERE and not way.facets
            totals.append(0 if elsewhere else self._total(request_of(query, way, None), way))
            there = max(there, totals[-1] if way.facets else 0)
            if totals[-1] >= FEW:
                break
        # A step that brought nothing was not needed, and is not told.
        best = len(totals) - 1 if totals[-1] >= FEW else totals.index(max(totals))
        if not max(totals) and (asked := self._planner.alike(plan)):
            return Way(asked, relaxed=(Relaxed("trigrams"),)), ()
        return every[best], every[best + 1 :]

    def _wished(self, query: Query, way: Way) -> tuple[Query, Way]:
        """The query with what the site has read in the words, unless there are others and nothing that fits them has it.

        That depends on the words and the scope alone, as the way does, so that the counts of facets are promises.
        """
        if not (query.wished and way.asked):
            return query, way
        wished, words = (request_of(one(query), way, None) for one in (only_wished, only_words))
        if self._count(wished) or not self._count(words):
            return query, way
        return unwished(query), replace(way, relaxed=(*way.relaxed, Relaxed("open")))

    def _count(self, request: Request) -> int:
        """How many there are, and nothing else of them."""
        return self._store.ask(replace(request, limit=1, order="id", without=False)).total

    def _total(self, request: Request, way: Way) -> int:
        """How many there are; none where a place has been read in the words, and nothing there is about the others."""
        if not (way.facets and way.asked):
            return self._count(request)
        answer = self._store.ask(replace(request, limit=LOOKED_AT, order="score", offset=0, without=False))
        return answer.total if is_named(self._store, way.asked, answer.hits) else 0

    def _asked(self, query: Query, plan: Plan, way: Way, opinion: Opinion, *, without: bool = True) -> Asking:
        """The query asked in one way."""
        facts = self._store.facts()
        distances = distances_of(query, facts)
        request = replace(request_of(query, way, distances), without=without)
        chosen = request.facets.get(self._audience_facet, ())
        ranking = Ranking(self._today(), facts, distances, chosen, plan.groups, plan.apart, plan.leaning, opinion)
        return Asking(query, plan, way, request, self._store.ask(request), ranking)

    def _reaching(self, asking: Asking) -> tuple[tuple[str, ...], int]:
        """The first entries that come to whoever asks, beside those within the radius, and how many; for the first page alone."""
        query, near = asking.query, asking.request.within
        if near is None or not query.reaching or query.page > 1 or not query.size:
            return (), 0
        request = replace(
            asking.request,
            facets={**asking.request.facets, **query.reaching},
            within=None,
            counted=(),
            without=False,
            order="score" if asking.request.asked else "name",
            offset=0,
            limit=WINDOW,
        )
        found = self._store.ask(request)
        among_near = self._count(replace(request, within=near))
        ordered = ranked(found.hits, request.asked, asking.ranking) if request.asked else found.hits
        ids = [hit.id for hit in ordered if hit.id not in near]
        return tuple(ids[: query.size]), found.total - among_near

    def _more(
        self, asking: Asking, looser: Sequence[Way], reaching: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Relaxed, ...]]:
        """What stands beside the hits where there are few, and how it was found; for the first page alone."""
        query = asking.query
        if query.exactly or query.page > 1 or not query.size:
            return (), ()
        return self._looser(asking, looser, reaching) if narrowed(query) else self._alike(asking)

    def _alike(self, asking: Asking) -> tuple[tuple[str, ...], tuple[Relaxed, ...]]:
        """Entries that are like the text as a whole, where its words found few."""
        alike, found = asking.ranking.opinion.alike, {hit.id for hit in asking.answer.hits}
        likest = frozenset(key for key, far in alike.items() if far >= ALIKE and key not in found)
        if not likest or asking.answer.total >= MANY:
            return (), ()
        narrowing = request_of(replace(asking.query, counted=()), Way(facets=asking.way.facets), None)
        there = self._store.ask(
            replace(narrowing, within=likest, without=False, order="id", offset=0, limit=len(likest))
        ).hits
        ids = sorted((hit.id for hit in there), key=lambda key: (-alike[key], key))
        return tuple(ids[:MOST_ALIKE]), (Relaxed("meaning"),) if ids else ()

    def _looser(
        self, asking: Asking, looser: Sequence[Way], reaching: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Relaxed, ...]]:
        """What looser ways find where the choices leave little, and how."""
        query, answer = asking.query, asking.answer
        if answer.total >= FEW:
            return (), ()
        found, told = dict.fromkeys((*(hit.id for hit in answer.hits), *reaching)), dict[Relaxed, None]()
        own = len(found)
        for wide, way, steps in wider(query, asking.way, looser, answer.without):
            few = replace(wide, counted=(), size=FEW)
            tried = self._asked(few, asking.plan, way, asking.ranking.opinion, without=False)
            new = [hit.id for hit in self._in_order(tried.query, tried.request, tried.answer, tried.ranking)]
            if set(new) - set(found):
                found |= dict.fromkeys(new)
                told |= dict.fromkeys(steps)
            if len(found) >= FEW:
                break
        return tuple(found)[own:], tuple(told)

    def put(self, entries: Iterable[Entry]) -> None:
        self._store.put(entries)

    def drop(self, ids: Iterable[str]) -> None:
        self._store.drop(ids)

    def change(self, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        self._store.change(entries, gone)

    def rebuild(self, entries: Iterable[Entry], stamp: str = "") -> int:
        return self._store.rebuild(entries, stamp)

    def stamp(self, stamp: str) -> None:
        self._store.stamp(stamp)

    def ids(self) -> frozenset[str]:
        return self._store.ids()

    def digests(self) -> Mapping[str, str]:
        facts = self._store.facts()
        # A store may still have facts of entries that are gone.
        return {key: facts[key].digest if key in facts else "" for key in self._store.ids()}

    def check(self) -> Health:
        return self._store.check()

    def _weak(self, way: Way, plan: Plan, request: Request, answer: Answer) -> bool:
        # In a crisis the lines that help stand above: there it would be wrong to say that nothing fits.
        if request.order != "score" or way.asked is None or plan.understood.crisis:
            return False
        return Relaxed("trigrams") in way.relaxed or fits_badly(self._store, way.asked, answer.hits)

    def _in_order(self, query: Query, request: Request, answer: Answer, ranking: Ranking) -> tuple[Hit, ...]:
        """The hits of the page."""
        page = Page.of(query)
        if request.order == "score" and request.asked:
            best = ranked(answer.hits[:WINDOW], request.asked, ranking)
            # Hits past the window keep the engine's order, below the last one that was ranked.
            rest = [replace(hit, score=0.0) for hit in answer.hits[WINDOW:]]
            return tuple([*best, *rest][page.start : page.end])
        if request.order == "id":
            return self._nearest(request, answer, ranking)[page.start : page.end]
        return answer.hits

    def _nearest(self, request: Request, answer: Answer, ranking: Ranking) -> tuple[Hit, ...]:
        """All hits by distance, those without a place last."""
        away = {} if ranking.distances is None else ranking.distances
        hits = answer.hits
        if answer.total > MAX_HITS:
            # More than an engine gives at once: ask again among those that are nearest.
            near = frozenset(sorted(away, key=lambda key: (away[key], key))[: 3 * MAX_HITS])
            hits = self._store.ask(replace(request, within=near, counted=())).hits
        return tuple(sorted(hits, key=lambda hit: (away.get(hit.id, float("inf")), hit.id)))
