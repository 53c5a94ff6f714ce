"""Faults that axe-core finds by the rules of WCAG 2.2 A and AA and by its best practices."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})"


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """A line for each violation, with the first element that shows it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source() + ";0")
    found = page.evaluate(_RUN, RULES)["violations"]
    return [f"{one['id']}, {len(one['nodes'])} times, first {one['nodes'][0]['html'][:120]}" for one in found]
