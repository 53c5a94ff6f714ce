"""The part of every engine that is the same: plan, ask, rank, page."""

from search.finding.finder import Finder

__all__ = ["Finder"]
