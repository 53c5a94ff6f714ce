"""Faults that axe-core finds by the rules of WCAG 2.2 A and AA and by its best practices."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Those that colours decide; all others say the same of a page in every colour.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
_RUN = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})"


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page, *, colours_alone: bool = False) -> list[str]:
    """A line for each violation, with the first element that shows it."""
    only = {"type": "rule", "values": OF_COLOUR} if colours_alone else {"type": "tag", "values": RULES}
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source() + ";0")
    found = page.evaluate(_RUN, only)["violations"]
    return [f"{one['id']}, {len(one['nodes'])} times, first {one['nodes'][0]['html'][:120]}" for one in found]
