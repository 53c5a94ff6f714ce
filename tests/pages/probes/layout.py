"""What axe does not measure: a small screen, wide spacing, large letters, small targets (WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8)."""

from pathlib import Path

from playwright.sync_api import Page

_MEASURES = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
#: The text spacing that WCAG 1.4.12 names.
_SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
    "p { margin-bottom: 2em !important }"
)
_DOUBLE = """() => { const root = document.documentElement;
  root.style.setProperty('font-size', `${2 * parseFloat(getComputedStyle(root).fontSize)}px`, 'important'); }"""


def faults(page: Page, address: str) -> list[str]:
    """What does not fit, on a phone of 320 px, and with letters twice as large on a phone of 360 px and on a laptop."""
    _open(page, address, 320)
    found = _measured(page, "at 320 px", "outside", "small", "low")
    page.add_style_tag(content=_SPACED)
    found += _measured(page, "with wide spacing", "outside", "cut")
    _open(page, address, 1280)
    page.evaluate(_DOUBLE)
    page.set_viewport_size({"width": 360, "height": 740})
    found += _measured(page, "with double letters at 360 px", "outside", "wide")
    page.set_viewport_size({"width": 1280, "height": 800})
    return found + _measured(page, "with double letters", "outside", "cut")


def _open(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    page.evaluate(_MEASURES)


def _measured(page: Page, when: str, *measures: str) -> list[str]:
    return [f"{when}: {line}" for name in measures for line in page.evaluate(f"window.layout.{name}()")]
