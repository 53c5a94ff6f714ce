"""From answers to numbers."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG

from tests.relevance.intervals import Interval
from tests.relevance.judgments import ANSWER, CrisisTexts, Judged, crises, half, judged
from tests.relevance.named import own_words_first
from tests.relevance.systems import Answer, Site, System

NDCG, RECALL, RANK = "nDCG@10", "R@20", "RR"
#: The judged sets, and those of them that are halved: rules are made on one half and proven on the other.
SETS = ("dev", "dev2", "dev3", "dev4", "dev5")
HALVED = ("dev2", "dev3")
#: Gain is 2^grade - 1.
_MEASURES = {nDCG(gains={2: 3, 3: 7}) @ 10: NDCG, R(rel=ANSWER) @ 20: RECALL, RR(rel=ANSWER): RANK}


@dataclass(frozen=True)
class Measured:
    """A query with what a system found for it. `values` is empty when nothing fits: there is nothing to count then."""

    judged: Judged
    answer: Answer
    values: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Summary:
    """A system in numbers."""

    values: dict[str, float]
    empty: float  # the share of queries with judged offers that find nothing
    queries: int


def measured(system: System, queries: Iterable[Judged]) -> list[Measured]:
    """Every query asked and measured."""
    answers = [(one, system.find(one.text, one.municipality)) for one in queries]
    qrels = [Qrel(one.qid, offer, grade) for one, _ in answers for offer, grade in one.judgments.items()]
    values: dict[str, dict[str, float]] = defaultdict(dict)
    for metric in ir_measures.iter_calc(list(_MEASURES), qrels, list(_run(answers))):
        values[metric.query_id][_MEASURES[metric.measure]] = metric.value
    return [Measured(one, answer, values[one.qid] if one.judgments else {}) for one, answer in answers]


def _run(answers: Iterable[tuple[Judged, Answer]]) -> Iterator[ScoredDoc]:
    for one, answer in answers:
        # Only the order counts, so it is given as a score without ties.
        for place, offer in enumerate(answer.hits):
            yield ScoredDoc(one.qid, offer, float(-place))


def summary(rows: Iterable[Measured]) -> Summary:
    """The means over the queries for which something fits."""
    counted = [row for row in rows if row.judged.judgments]
    return Summary(
        values={name: mean(row.values[name] for row in counted) for name in _MEASURES.values()},
        empty=mean(not row.answer.total for row in counted),
        queries=len(counted),
    )


def by_style(rows: Iterable[Measured]) -> dict[str, list[Measured]]:
    """The queries for which something fits, under each of their styles."""
    styles: dict[str, list[Measured]] = defaultdict(list)
    for row in rows:
        if row.judged.judgments:
            for style in row.judged.style:
                styles[style].append(row)
    return dict(sorted(styles.items(), key=lambda item: (-len(item[1]), item[0])))


def interval(rows: Iterable[Measured]) -> Interval:
    """nDCG@10 over the queries for which something fits, with how far it may be trusted."""
    return Interval.of([row.values[NDCG] for row in rows if row.judged.judgments])


def sets(runs: Mapping[str, Sequence[Measured]]) -> dict[str, Sequence[Measured]]:
    """Each set by its name, and its halves where rules are made on one and proven on the other."""
    halves = {
        f"{name}, half {part}": [row for row in runs[name] if half(row.judged.text) == part]
        for name in HALVED
        for part in ("a", "b")
    }
    return dict(runs) | halves


@dataclass(frozen=True)
class CrisisFound:
    """Which sentences of crisis raised the card, and which others did."""

    asked: CrisisTexts
    seen: frozenset[str]

    @property
    def missed(self) -> tuple[str, ...]:
        return tuple(text for text in self.asked.must if text not in self.seen)

    @property
    def false(self) -> tuple[str, ...]:
        return tuple(text for text in self.asked.must_not if text in self.seen)

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / len(self.asked.must)

    @property
    def false_alarms(self) -> float:
        return len(self.false) / len(self.asked.must_not)


def crisis_found(system: System, asked: CrisisTexts) -> CrisisFound:
    texts = (*asked.must, *asked.must_not)
    return CrisisFound(asked, frozenset(text for text in texts if system.find(text, None).crisis))


@dataclass(frozen=True)
class Alarms:
    """Whether help is offered where lives are in danger, and where they are not."""

    expected: int
    seen: int
    missed: tuple[str, ...]
    false: tuple[str, ...]


def alarms(rows: Iterable[Measured]) -> Alarms:
    """Queries of crisis that were seen as such, and others that were taken for one."""
    rows = list(rows)
    asked = [row for row in rows if row.judged.expect_crisis]
    missed = tuple(row.judged.text for row in asked if row.judged.expect_crisis not in row.answer.crisis)
    false = tuple(row.judged.text for row in rows if not row.judged.expect_crisis and row.answer.crisis)
    return Alarms(len(asked), len(asked) - len(missed), missed, false)


@dataclass(frozen=True)
class Candour:
    """Whether the search says so when it has nothing that fits."""

    expected: int
    silent: tuple[Measured, ...]  # nothing fits, and hits are shown as if they did
    wrongly: tuple[Measured, ...]  # something fits, and it says that nothing does

    @property
    def said(self) -> int:
        return self.expected - len(self.silent)


def reach(system: System) -> dict[str, float]:
    """How often it says that nothing fits: of queries for what no such site has, and of queries for what it is for."""
    asked = json.loads((Path(__file__).parent / "reach.json").read_text("utf-8"))
    answers = {kind: [system.find(text, None) for text in texts] for kind, texts in asked.items()}
    return {f"{kind}, said": mean(one.weak or not one.total for one in found) for kind, found in answers.items()}


def candour(rows: Iterable[Measured]) -> Candour:
    """Queries without a judged offer should find nothing, or say that what they find fits badly; others should not."""
    rows = list(rows)
    nothing = [row for row in rows if not row.judged.judgments]
    silent = tuple(row for row in nothing if row.answer.total and not row.answer.weak)
    return Candour(len(nothing), silent, tuple(row for row in rows if row.judged.judgments and row.answer.weak))


def numbers(system: Site) -> dict[str, float]:
    """The numbers that the gate holds."""
    found: dict[str, float] = {}
    for name in SETS:
        rows = measured(system, judged(name))
        told, seen, honest = summary(rows), alarms(rows), candour(rows)
        own = told.values | {
            "found nothing": told.empty,
            "worst style": min(summary(of).values[NDCG] for of in by_style(rows).values()),
            "false alarms": len(seen.false),
            "nothing fits, wrongly": len(honest.wrongly),
        }
        if seen.expected:
            own["crisis seen"] = seen.seen / seen.expected
        if honest.expected:
            own["nothing fits, said"] = honest.said / honest.expected
        found |= {f"{name} {number}": value for number, value in own.items()}
    for prefix, name in (("", "dev"), ("fresh ", "dev2")):
        card = crisis_found(system, crises(name))
        found |= {f"{prefix}crisis recall": card.recall, f"{prefix}crisis false alarms": card.false_alarms}
    return found | reach(system) | own_words_first(system)
