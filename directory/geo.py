"""Distances on the earth, said once. Points are pairs of latitude and longitude in degrees, distances are kilometres."""

from search.facts import kilometres

#: So long is a degree of latitude, for drawing; a degree of longitude is that times the cosine of the latitude.
KM_PER_DEGREE = 111.2

__all__ = ["KM_PER_DEGREE", "kilometres"]
