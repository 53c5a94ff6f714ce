"""From what somebody typed to what an engine is asked for, in no engine's language."""

from search.plan.clauses import ZONES, Alternative, Asked, Clause
from search.plan.planner import Planner
from search.plan.reading import Reading

__all__ = ["ZONES", "Alternative", "Asked", "Clause", "Planner", "Reading"]
