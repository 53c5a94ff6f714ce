"""The one place that reads the query string of a search."""

from directory.filters.offers import OfferFilterSet

__all__ = ["OfferFilterSet"]
