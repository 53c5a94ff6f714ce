"""From what somebody typed to what an engine is asked for, in no engine's language."""

from search.plan.clauses import ZONES, Alternative, Asked, Clause, Extra, Lift
from search.plan.planner import Planner
from search.plan.reading import Plan
from search.plan.spelling import Speller
from search.plan.wishes import WishFacets

__all__ = ["ZONES", "Alternative", "Asked", "Clause", "Extra", "Lift", "Plan", "Planner", "Speller", "WishFacets"]
