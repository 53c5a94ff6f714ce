"""The committed stylesheet: light, complete, readable in every mode, and made from the sources beside it."""

import hashlib
import re

import brotli
import pytest

from cms.styles import build
from directory.colours import DARK_PAPER, GROUNDS, LIGHT_PAPER, OURS, contrast

STATIC = build.TARGETS
CSS = (STATIC / "vejviser.css").read_text(encoding="utf-8")
#: Of the files in the package: the font's name is reserved, so a changed file would need another name.
FONTS = {
    "IBMPlexSans-Regular-Latin1.woff2": 16_748,
    "IBMPlexSans-SemiBold-Latin1.woff2": 17_576,
}


@pytest.mark.parametrize(("sheet", "budget"), [("vejviser", 10_000), ("help_now", 3_000)])
def test_the_stylesheets_stay_within_their_budgets(sheet, budget):
    assert len(brotli.compress((STATIC / f"{sheet}.css").read_bytes(), quality=11)) <= budget


def test_the_stylesheet_fetches_nothing_but_files_that_are_shipped():
    assert "@import" not in CSS
    addresses = re.findall(r"url\(\"?([^)\"]+)\"?\)", CSS)
    assert addresses
    for address in addresses:
        assert (STATIC / address).is_file(), address


def test_hidden_overflow_of_the_design_system_is_repaired():
    rules = re.findall(r"body\{[^}]*overflow-x:(\w+)", CSS)
    assert rules[-1] == "visible"


@pytest.mark.parametrize(
    "question", ["prefers-color-scheme: dark", "forced-colors: active", "prefers-reduced-motion: reduce", "print"]
)
def test_what_people_ask_their_devices_for_is_answered(question):
    assert re.search(rf"@media[^{{]*{question}", CSS)


def test_dark_mode_stays_off_paper():
    assert "@media screen and (prefers-color-scheme: dark)" in CSS


def test_the_licence_of_the_design_system_goes_with_its_rules():
    assert "DKFDS 11.2.0, MIT licence, copyright 2021" in CSS[:200]


@pytest.mark.parametrize(("name", "size"), FONTS.items())
def test_fonts_are_shipped_as_they_came(name, size):
    font = (STATIC / "fonts" / name).read_bytes()
    assert len(font) == size
    original = build.DKFDS / "fonts/IBMPlexSans/split/woff2" / name
    if original.exists():
        assert hashlib.sha256(font).digest() == hashlib.sha256(original.read_bytes()).digest()
    assert (STATIC / "fonts/license.txt").is_file()


@pytest.mark.skipif(not build.DKFDS.is_dir(), reason="the design system's package is not unpacked in build/dkfds")
@pytest.mark.parametrize("sheet", build.SHEETS)
def test_the_sources_give_the_committed_stylesheet_byte_for_byte(tmp_path, sheet):
    build.compile_to(sheet, tmp_path / "again.css")
    assert (tmp_path / "again.css").read_bytes() == (STATIC / f"{sheet}.css").read_bytes()


def colours(mode: str) -> dict[str, str]:
    """The custom properties of a mode; the dark mode replaces those of the light one."""
    light, dark = re.findall(r":root\{(color-scheme[^}]*|--vv-paper: ?#16[^}]*)\}", CSS)
    found = dict(re.findall(r"--vv-([\w-]+): ?(#[0-9a-f]{3,6})", light))
    if mode == "dark":
        found |= dict(re.findall(r"--vv-([\w-]+): ?(#[0-9a-f]{3,6})", dark))
    return {
        name: colour if len(colour) == 7 else "#" + "".join(2 * d for d in colour[1:]) for name, colour in found.items()
    }


@pytest.mark.parametrize(("mode", "paper"), [("light", LIGHT_PAPER), ("dark", DARK_PAPER)])
def test_colours_of_municipalities_are_tried_on_the_grounds_that_there_are(mode, paper):
    found = colours(mode)
    assert GROUNDS[paper] == (found["paper"], found["gray-100"], found["sand"])
    assert OURS[paper] == found["primary"]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("paper", ["paper", "gray-100", "tint", "sand"])
@pytest.mark.parametrize("words", ["ink", "gray-500", "link", "link-visited", "primary", "success", "warning", "error"])
def test_words_can_be_read_on_every_ground(mode, paper, words):
    found = colours(mode)
    assert contrast(found[words], found[paper]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("edge", ["gray-400", "focus", "primary", "sand-edge", "info"])
def test_edges_of_controls_can_be_seen(mode, edge):
    found = colours(mode)
    assert min(contrast(found[edge], found[ground]) for ground in ("paper", "gray-100")) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", ["info", "success", "warning", "error"])
def test_notices_can_be_read(mode, kind):
    found = colours(mode)
    assert contrast(found["ink"], found[f"{kind}-light"]) >= 4.5
