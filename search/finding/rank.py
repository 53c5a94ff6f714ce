"""The order of the best hits, by what engines do not know: freshness, completeness, audience, distance.

The same for every engine. Scores are divided by the best one and rounded before ties go to the id, since the scores
of two engines differ by a constant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from search.contract import Level
from search.facts import Fact, Facts
from search.finding.kinship import leaning_to, lifted_by_kinship
from search.plan.clauses import Asked
from search.semantic.opinion import NONE, Opinion
from search.store import Hit

#: So many hits are ranked again; the rest keep the engine's order.
WINDOW = 200
_FRESH_DAYS, _HALF_LIFE_DAYS = 90, 365
#: What an entry at the other end of the country is still worth, and at how many kilometres half the rest is lost.
_FAR, _HALF_WAY_KM = 0.3, 15
#: Help without an address may come home, or be on the telephone: as good as the next town.
_SOMEWHERE_KM = 30.0
_UNKNOWN = Fact("")
#: What entries are worth that are for people whom the text does not name, and for those whom it does.
_FOR_OTHERS: Mapping[Level, float] = {"only": 0.7, "mainly": 0.85, "open": 1.0}
_NAMED = 1.15
#: What the topics that a text leans to are worth, beside the words that an entry has.
_LEANING = 0.45
#: The same for the topics that it is about as a whole, by the sentence model.
_ABOUT = 0.4
#: The same for each standard deviation by which an entry is more like the whole text than others are.
_ALIKE = 1 / 6


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the order depends on beside the engine's score."""

    today: date
    facts: Facts
    distances: Mapping[str, float] | None = None  # None: no place was given
    groups: tuple[str, ...] = ()  # the target groups that were chosen
    named: frozenset[str] = frozenset()  # those that the text names
    apart: tuple[frozenset[str], ...] = ()  # kinds of groups that one belongs to or not
    leaning: Mapping[str, float] = field(default_factory=dict)  # topics that the text leans to
    opinion: Opinion = NONE  # of the sentence model


@dataclass(frozen=True, slots=True)
class Factors:
    """What a hit's score is multiplied by; 1.0 leaves it as it is."""

    share: float  # of the meaning that it has
    wished: float  # for the facts that were wished for
    fresh: float
    complete: float
    near: float
    meant: float = 1.0  # for the people who ask, or for others

    @property
    def product(self) -> float:
        return self.share * self.wished * self.fresh * self.complete * self.near * self.meant


def factors(hit: Hit, asked: Asked, ranking: Ranking) -> Factors:
    """What is made of the engine's score of a hit."""
    fact = ranking.facts.get(hit.id, _UNKNOWN)
    return Factors(
        share=asked.merit(hit.matched),
        wished=asked.lifted(hit.matched),
        fresh=_freshness(fact.verified, ranking.today),
        complete=1.0 if fact.complete else 0.9,
        near=_nearness(hit.id, ranking),
        meant=_meant(fact.audience, ranking),
    )


def scored(hits: Sequence[Hit], asked: Asked, ranking: Ranking) -> list[Hit]:
    """The hits by what is known of each of them, before what they have in common."""
    top = max((hit.score for hit in hits), default=0.0) or 1.0
    own = (replace(hit, score=hit.score / top * factors(hit, asked, ranking).product) for hit in hits)
    return sorted(own, key=lambda hit: (-hit.score, hit.id))


def ranked(hits: Sequence[Hit], asked: Asked, ranking: Ranking) -> list[Hit]:
    """The hits, best first, with scores between 0 and 1."""
    first = scored(hits, asked, ranking)
    worth = lifted_by_kinship(beside_words({hit.id: hit.score for hit in first}, ranking), ranking.facts)
    best = max(worth.values(), default=0.0) or 1.0
    final = [replace(hit, score=round(worth[hit.id] / best, 4)) for hit in first]

    def place(hit: Hit) -> tuple[bool, float, str]:
        return not _meant_for(hit.id, ranking), -hit.score, hit.id

    return sorted(final, key=place)


def beside_words(scores: Mapping[str, float], ranking: Ranking) -> dict[str, float]:
    """The scores, the best of them 1, with what speaks for an entry beside the words that it has."""
    best = max(scores.values(), default=0.0) or 1.0
    leaning = leaning_to(scores, ranking.leaning, ranking.facts)
    about, alike = leaning_to(scores, ranking.opinion.about, ranking.facts), ranking.opinion.alike
    beside = {key: _LEANING * leaning[key] + _ABOUT * about[key] + _ALIKE * alike.get(key, 0.0) for key in scores}
    return {key: score / best + beside[key] for key, score in scores.items()}


def _nearness(key: str, ranking: Ranking) -> float:
    if ranking.distances is None:
        return 1.0
    return _FAR + (1 - _FAR) / (1 + ranking.distances.get(key, _SOMEWHERE_KM) / _HALF_WAY_KM)


def _meant(audience: Mapping[str, Level], ranking: Ranking) -> float:
    """What an entry is worth that is for certain people, by whether the text names them."""
    kinds = [kind for kind in ranking.apart if kind.intersection(audience)]
    worth = _NAMED if ranking.named.intersection(audience) else 1.0
    if len(kinds) == 1 and not kinds[0] & ranking.named:
        levels = {audience[group] for group in kinds[0] if group in audience}
        worth *= _FOR_OTHERS["only" if "only" in levels else "mainly" if "mainly" in levels else "open"]
    return worth


def _freshness(verified: date | None, today: date) -> float:
    if verified is None:
        return 0.8
    late = max(0, (today - verified).days - _FRESH_DAYS)
    return 0.8 + 0.2 * float(0.5 ** (late / _HALF_LIFE_DAYS))


def _meant_for(key: str, ranking: Ranking) -> bool:
    """Only or mainly for one of the groups that were chosen; true for all when none was."""
    audience = ranking.facts.get(key, _UNKNOWN).audience
    return not ranking.groups or any(audience.get(group) in {"only", "mainly"} for group in ranking.groups)
