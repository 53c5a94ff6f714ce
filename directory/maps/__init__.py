"""Small maps drawn here, as SVG: the coast, some towns, pins. Nothing is fetched from anybody."""

from directory.maps.drawing import Map, drawn
from directory.maps.pins import Pin

__all__ = ["Map", "Pin", "drawn"]
