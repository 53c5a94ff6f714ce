"""A map as SVG for the middle of a page: classes for the style sheet, no colours, no styles."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from directory.maps.land import path
from directory.maps.pins import Pin, Placed, placed
from directory.maps.towns import Town, towns_in
from directory.maps.window import ABOUT_KM, HEIGHT, NEAR_KM, WIDTH, Window, around, in_denmark

_SCALE_KM = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing, and the towns that are named on it, for those who do not see it."""

    svg: SafeString
    towns: tuple[str, ...]


def drawn(pins: list[Pin]) -> Map | None:
    """A map of these pins; None when there is nothing to show."""
    shown = [pin for pin in pins if in_denmark(pin.point)]
    if not shown:
        return None
    least = ABOUT_KM if any(pin.about for pin in shown) else NEAR_KM
    window = around([pin.point for pin in shown], least)
    places = placed(shown, window)
    towns = towns_in(window, [pin.box for pin in places])
    svg = format_html(
        '<svg viewBox="0 0 {} {}" focusable="false" aria-hidden="true">'
        '<path class="land" fill-rule="evenodd" d="{}"/>{}{}{}</svg>',
        WIDTH,
        HEIGHT,
        path(window),
        format_html_join("", "{}", ((_town(town),) for town in towns)),
        format_html_join("", "{}", ((_pin(pin),) for pin in places)),
        _scale(window),
    )
    return Map(svg, tuple(town.name for town in towns))


def _town(town: Town) -> SafeString:
    right, down = town.dot
    return format_html(
        '<circle class="town" cx="{}" cy="{}" r="2"/><text x="{}" y="{}"{}>{}</text>',
        round(right),
        round(down),
        round(town.right),
        round(town.down),
        "" if town.anchor == "start" else format_html(' text-anchor="{}"', town.anchor),
        town.name,
    )


def _pin(pin: Placed) -> SafeString:
    right, down = round(pin.right), round(pin.down)
    if not pin.numbers:
        # A dot in a ring: the place itself; a wide ring alone: somewhere in there.
        kind, radius = ("about", 36) if pin.about else ("pin", 8)
        return format_html('<circle class="{}" cx="{}" cy="{}" r="{}"/>', kind, right, down, radius)
    half = round(pin.half)
    return format_html(
        '<rect class="pin" x="{}" y="{}" width="{}" height="20" rx="10"/>'
        '<text class="pin-number" x="{}" y="{}" text-anchor="middle">{}</text>',
        right - half,
        down - 10,
        2 * half,
        right,
        down + 4,
        pin.label,
    )


def _scale(window: Window) -> SafeString:
    """A line in the corner that tells how far it is."""
    km = max((km for km in _SCALE_KM if km * window.units_per_km <= WIDTH / 4), default=_SCALE_KM[0])
    return format_html(
        '<path class="scale" d="M10 {}v4h{}v-4"/><text x="14" y="{}">{} km</text>',
        HEIGHT - 12,
        round(km * window.units_per_km),
        HEIGHT - 13,
        km,
    )
