"""Whether a colour can be read, by the arithmetic of WCAG, and what comes nearest to it that can.

The grounds are those of the stylesheet (cms/styles/_colours.scss): what is written on them, or drawn in their colour on
a municipality's own, must keep its contrast on each.
"""

import re
from collections.abc import Iterable

TEXT = 4.5  # WCAG 1.4.3
#: A dark twin that is computed keeps more, since screens in the dark are often dimmed.
TWIN = 7.0
LIGHT_PAPER, DARK_PAPER = "#ffffff", "#16191b"
GROUNDS = {LIGHT_PAPER: ("#ffffff", "#f6f6f4", "#fbf4e6"), DARK_PAPER: ("#16191b", "#202427", "#2a2417")}
#: What the stylesheet has where a municipality has chosen nothing.
OURS = {LIGHT_PAPER: "#0b5a54", DARK_PAPER: "#7fd1c7"}
#: So much of a site's main colour is in its tinted grounds.
_TINT = 0.07
_HEX = re.compile(r"#[0-9a-f]{6}", re.ASCII)
_STEPS = 50


def is_colour(text: str) -> bool:
    """Whether a text is a colour as it is written in the stylesheet, and nothing more."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """How far two colours are apart: from 1, the same, to 21, black and white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def grounds(paper: str, main: str) -> tuple[str, ...]:
    """All that is written on in a mode, the tint of the site's main colour included."""
    return (*GROUNDS[paper], mixed(paper, main, _TINT))


def weakest(colour: str, on: Iterable[str]) -> float:
    """The contrast on the ground where it is least."""
    return min(contrast(colour, ground) for ground in on)


def readable(colour: str, paper: str, main: str = "", least: float = TEXT) -> str:
    """The nearest colour that can be read on every ground of a mode: darker on light paper, lighter on dark.

    `main` is the site's main colour; without one, the colour itself is it.
    """
    away = "#000000" if paper == LIGHT_PAPER else "#ffffff"
    tries = (mixed(colour, away, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in tries if weakest(one, grounds(paper, main or one)) >= least)


def dark_twin(colour: str, main: str = "") -> str:
    """The colour as it is shown in the dark."""
    return readable(colour, DARK_PAPER, main, TWIN)


def stronger(colour: str, paper: str) -> str:
    """The colour under the pointer: a little further away from the paper."""
    return mixed(colour, "#000000" if paper == LIGHT_PAPER else "#ffffff", 0.25)


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
