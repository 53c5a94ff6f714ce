"""How the parts of compounds are counted against the gold; the rules are told in `../data/README.md`."""

from dataclasses import dataclass, field

from search.danish import Analyser


@dataclass
class Score:
    required: int = 0
    emitted: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    false_splits: list[str] = field(default_factory=list)

    @property
    def found(self) -> float:
        return 1 - len(self.missed) / self.required

    @property
    def right(self) -> float:
        return 1 - len(self.wrong) / self.emitted


def score_compounds(analyser: Analyser, gold: list[list[str]]) -> Score:
    score = Score()
    for word, split, kind, _ in gold:
        reading = analyser.reading(word)
        emitted = dict.fromkeys(reading.parts + reading.inner)
        if kind == "split":
            _count(analyser, score, word, split, emitted)
        elif emitted:
            score.false_splits.append(word)
    return score


def _count(analyser: Analyser, score: Score, word: str, split: str, emitted: dict[str, None]) -> None:
    allowed: list[str] = []
    for part in split.split("+"):
        inner = [piece.split("|")[0] for piece in part.split("~")]
        whole = part.replace("~", "").split("|")[0]
        score.required += 1
        if not _among(analyser, whole, emitted) and not all(_among(analyser, piece, emitted) for piece in inner):
            score.missed.append(f"{word}: {whole}")
        allowed += {whole, *inner}
    score.emitted += len(emitted)
    score.wrong += [f"{word}: {part}" for part in emitted if not any(_same(analyser, part, each) for each in allowed)]


def _among(analyser: Analyser, part: str, emitted: dict[str, None]) -> bool:
    return any(_same(analyser, each, part) for each in emitted)


def _same(analyser: Analyser, emitted: str, gold: str) -> bool:
    return bool({emitted, *analyser.lemmas(emitted)} & {gold, *analyser.lemmas(gold)})
