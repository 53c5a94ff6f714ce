"""The engine of the contract: one way to plan, ask, rank and page, over whatever store keeps the entries."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from search.contract import MAX_HITS, Entry, Explanation, Health, Query, Relaxed, Results
from search.facts import Facts
from search.finding.ask import Page, distances_of, request_of
from search.finding.explaining import Asking, explanations
from search.finding.fit import fits_badly
from search.finding.rank import WINDOW, Ranking, ranked
from search.finding.ways import FEW, Way, further, ways
from search.meter import METER
from search.plan import Plan, Planner
from search.store import Answer, Hit, Request, Store


class Finder:
    """Fills the contract with the help of a store."""

    def __init__(
        self, store: Store, planner: Planner, audience_facet: str = "", today: Callable[[], date] = date.today
    ) -> None:
        self._store = store
        self._planner = planner
        self._audience_facet = audience_facet
        self._today = today

    def search(self, query: Query) -> Results:
        """Answer a query, or raise `SearchUnavailable`."""
        with METER.search():
            return self._answered(query)

    def _answered(self, query: Query) -> Results:
        plan = self._planner.read(query)
        query = replace(query, near=query.near or plan.near)
        way, request, answer, ranking = self._found(query, plan)
        hits = self._in_order(query, request, answer, ranking)
        # Asking a mapping whether it is empty would measure the way to everything.
        distances = {} if ranking.distances is None else ranking.distances
        ids = tuple(hit.id for hit in hits)
        return Results(
            ids=ids,
            total=answer.total,
            counts=answer.counts,
            without=answer.without,
            distances={key: distances[key] for key in ids if key in distances},
            scores={hit.id: hit.score for hit in hits} if request.order == "score" else {},
            understood=replace(plan.understood, relaxed=way.relaxed, weak=self._weak(way, plan, request, answer)),
        )

    def explain(self, query: Query, ids: Sequence[str]) -> tuple[Explanation, ...]:
        """Why these entries stand where they do among the hits of a query, or why they are not among them.

        By relevance, whatever order the query asks for. Takes hundreds of requests: for editors, not for visitors.
        """
        plan = self._planner.read(query)
        query = replace(query, near=query.near or plan.near, sort="relevance")
        way, request, answer, ranking = self._found(query, plan)
        return explanations(self._store, Asking(query, way, request, answer, ranking), ids)

    def _found(self, query: Query, plan: Plan) -> tuple[Way, Request, Answer, Ranking]:
        """What the text was found to ask for, and what that finds."""
        facts = self._store.facts()
        distances = distances_of(query, facts)
        way, request, answer = self._asked(query, plan, distances)
        found = way, request, answer, self._ranking(request, facts, distances)
        if answer.total or query.exactly:
            return found
        return self._further(query, plan, way) or found

    def _further(self, query: Query, plan: Plan, way: Way) -> tuple[Way, Request, Answer, Ranking] | None:
        """What is found further away, or by names that look like the words, when there is nothing at all."""
        for step, asked, near in further(query, way, lambda: self._planner.alike(plan)):
            wider, facts = replace(query, near=near), self._store.facts()
            distances = distances_of(wider, facts)
            tried = replace(way, asked=asked, relaxed=(*way.relaxed, step))
            request = request_of(wider, tried, distances)
            answer = self._store.ask(request)
            if answer.total:
                return tried, request, answer, self._ranking(request, facts, distances)
        return None

    def _ranking(self, request: Request, facts: Facts, distances: Mapping[str, float] | None) -> Ranking:
        """What the order of the hits of this request depends on."""
        return Ranking(self._today(), facts, distances, request.facets.get(self._audience_facet, ()))

    def _asked(self, query: Query, plan: Plan, distances: Mapping[str, float] | None) -> tuple[Way, Request, Answer]:
        """The first way to ask that finds enough, else the one that finds most."""
        tried = []
        for way in ways(plan, query):
            request = request_of(query, way, distances)
            tried.append((way, request, self._store.ask(request)))
            if tried[-1][2].total >= FEW:
                break
        most = max(answer.total for _, _, answer in tried)
        # A step that brought nothing was not needed, and is not told.
        return next(one for one in tried if one[2].total == most)

    def put(self, entries: Iterable[Entry]) -> None:
        self._store.put(entries)

    def drop(self, ids: Iterable[str]) -> None:
        self._store.drop(ids)

    def rebuild(self, entries: Iterable[Entry]) -> int:
        return self._store.rebuild(entries)

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
