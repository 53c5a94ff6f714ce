"""What a map points at."""

from dataclasses import dataclass, replace

from directory.maps.window import Point, Window

#: More numbers than these make a pin that hides what lies below it.
_MAX_NUMBERS = 3
#: Pins that would lie on each other become one with both numbers.
_NEAR = 20.0
_RADIUS, _DIGIT = 10.0, 7.0


@dataclass(frozen=True, slots=True)
class Pin:
    """A position with the number that it has in a list, if it has one; `about`: only the postal code is known."""

    point: Point
    number: str = ""
    about: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A pin on the map."""

    right: float
    down: float
    numbers: tuple[str, ...]
    about: bool

    @property
    def label(self) -> str:
        """The numbers as they stand on it."""
        return ", ".join(self.numbers[:_MAX_NUMBERS]) + (" …" if len(self.numbers) > _MAX_NUMBERS else "")

    @property
    def half(self) -> float:
        """Half of its width; its number has to fit in."""
        return max(_RADIUS, len(self.label) * _DIGIT / 2 + 5)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The room that it takes: left, top, right, bottom."""
        return (self.right - self.half, self.down - _RADIUS, self.right + self.half, self.down + _RADIUS)


def placed(pins: list[Pin], window: Window) -> list[Placed]:
    """The pins where they stand on the map, those that would lie on each other together."""
    found: list[Placed] = []
    for pin in pins:
        right, down = window.place(pin.point)
        for at, other in enumerate(found):
            if abs(other.down - down) < _NEAR and abs(other.right - right) < _NEAR + other.half - _RADIUS:
                found[at] = replace(other, numbers=(*other.numbers, pin.number))
                break
        else:
            found.append(Placed(right, down, (pin.number,) if pin.number else (), pin.about))
    return found
