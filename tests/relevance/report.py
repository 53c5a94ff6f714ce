"""What is printed: the systems side by side, and what to look into."""

from collections.abc import Mapping, Sequence

from tests.bench.timing import Times
from tests.relevance.measuring import NDCG, CrisisFound, Measured, alarms, by_style, candour, interval, summary
from tests.relevance.systems import titles

_SHOWN = 10


def overview(runs: Mapping[str, Sequence[Measured]]) -> list[str]:
    """The measures of each system, then by style of query."""
    sums = {name: summary(rows) for name, rows in runs.items()}
    first = next(iter(sums.values()))
    lines = [_row(f"{first.queries} queries with judged offers", sums)]
    lines += [_row(measure, [one.values[measure] for one in sums.values()]) for measure in first.values]
    lines.append(_row("found nothing", [f"{one.empty:.1%}" for one in sums.values()]))
    lines += ["", _row(f"{NDCG} by style", sums)]
    styles = {name: by_style(rows) for name, rows in runs.items()}
    for style, rows in next(iter(styles.values())).items():
        values = [summary(groups[style]).values[NDCG] for groups in styles.values()]
        lines.append(_row(f"  {style} ({len(rows)})", values))
    return lines


def _row(label: str, cells) -> str:
    return f"{label:34}" + "".join(f"{cell:>11.3f}" if isinstance(cell, float) else f"{cell:>11}" for cell in cells)


def trust(sets: Mapping[str, Sequence[Measured]]) -> list[str]:
    """Each set with how far its mean may be trusted, and how many queries of it found nothing."""
    lines = [f"{NDCG + ' of this search, with what resampling gives':50}found nothing"]
    for name, rows in sets.items():
        label = f"  {name} ({summary(rows).queries})"
        lines.append(f"{label:20}{interval(rows)!s:30}{summary(rows).empty:.1%}")
    return lines


def cards(sets: Mapping[str, CrisisFound]) -> list[str]:
    """How many sentences of crisis raise the card, and how many others do."""
    lines = ["The card of crisis: sentences that must raise it and do, others that do"]
    for name, one in sets.items():
        lines.append(
            f"  {name:18}{one.recall:6.1%} of {len(one.asked.must)}   {one.false_alarms:6.1%} of {len(one.asked.must_not)}"
        )
    for one in [one for name, one in sets.items() if name == "half a"]:
        lines += [f'    missed: "{text}"' for text in one.missed]
        lines += [f'    false:  "{text}"' for text in one.false]
    return lines


def honesty(rows: Sequence[Measured]) -> list[str]:
    """Whether it says that nothing fits where nothing does, and only there."""
    told = candour(rows)
    lines = [f"Nothing fits: said for {told.said} of {told.expected} such queries, and for {len(told.wrongly)} others"]
    for row in told.silent:
        lines.append(f'  silent:  "{row.judged.text}" shows {row.answer.total}, the first are')
        lines += [f"             {titles()[offer]}" for offer in row.answer.hits[:3]]
    return lines + [f'  wrongly: "{row.judged.text}" ({NDCG} {row.values[NDCG]:.3f})' for row in told.wrongly]


def crisis(rows: Sequence[Measured]) -> list[str]:
    """Whether words of crisis were seen."""
    told = alarms(rows)
    lines = [f"Crisis: {told.seen} of {told.expected} seen, {len(told.false)} false alarms"]
    lines += [f'  missed: "{text}"' for text in told.missed]
    return lines + [f'  false:  "{text}"' for text in told.false]


def timing(times: Mapping[str, Times]) -> list[str]:
    return [f"Time for {name}: p50 {one.p50:.2f} ms, p95 {one.p95:.2f} ms" for name, one in times.items()]


def worst(rows: Sequence[Measured], number: int) -> list[str]:
    """The queries that lose most, with what was expected and what was found."""
    counted = sorted((row for row in rows if row.judged.judgments), key=lambda row: row.values[NDCG])
    return [line for row in counted[:number] for line in one_query(row)]


def one_query(row: Measured) -> list[str]:
    """A query with its first hits and their grades, and the answers that are not among them."""
    one, grades = row.judged, row.judged.judgments
    lines = [
        "",
        (
            f'{one.qid} "{one.text}" ({one.municipality or "everywhere"}; {", ".join(one.style)})  '
            f"{NDCG} {row.values.get(NDCG, 0):.3f}, {row.answer.total} hits"
        ),
    ]
    found = row.answer.hits[:_SHOWN]
    lines += [f"  {grades.get(offer, '.')}  {titles()[offer]}" for offer in found]
    missing = sorted((offer for offer in grades if offer not in found), key=lambda offer: -grades[offer])
    for offer in [offer for offer in missing if grades[offer] > 1]:
        place = row.answer.hits.index(offer) + 1 if offer in row.answer.hits else "not found"
        lines.append(f"     missing {grades[offer]}: {titles()[offer]} ({place})")
    return lines
