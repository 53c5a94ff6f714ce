"""Why a query finds what it finds: what the planner read in it, and where the hits' scores come from."""

from search import engine
from search.plan import Asked
from tests.relevance.systems import Site, external_ids, titles


def explained(text: str, municipality: str | None) -> list[str]:
    """The plan in words, the hits with their scores."""
    site = Site()
    plan = engine()._planner.read(site.query(text, municipality))
    lines = [f'"{text}"']
    for name in ("strict", "wide", "some", "last"):
        asked = getattr(plan, name, None)
        if asked:
            lines += [f"{name}:", *_asked(asked)]
    results = site.results(text, municipality)
    told = results.understood
    lines += [f"  {name}: {value}" for name in told.__slots__ if (value := getattr(told, name))]
    lines.append(f"{results.total} hits")
    for item, name in zip(results.ids, external_ids(results.ids), strict=True):
        lines.append(f"  {results.scores.get(item, 0):.4f}  {titles()[name]}")
    return lines


def _asked(asked: Asked) -> list[str]:
    lines = [f"  clause {clause.rarity:.2f}: {_alternatives(clause.alternatives)}" for clause in asked.clauses]
    lines += [f"  extra covering {extra.covers:b}: {_alternatives(extra.alternatives)}" for extra in asked.extras]
    return [*lines, f"  enough: {[f'{bits:b}' for bits in asked.enough] or 'all'}"]


def _alternatives(alternatives) -> str:
    return ", ".join(f"{'+'.join(one.lemmas)} {one.weight:g}" for one in alternatives)
