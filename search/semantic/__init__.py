"""Meaning as a second opinion: a small model of sentences that runs inside the process, where it is installed.

It changes the order of what the words have found and adds what stands beside it; it never decides what is counted. Without
its package, or on a processor that lacks its instructions, everything works by words alone.
"""

from search.semantic.likeness import Likeness
from search.semantic.model import Model, can_run
from search.semantic.opinion import Opinion
from search.semantic.topics import Direction, Topics, learnt

__all__ = ["Direction", "Likeness", "Model", "Opinion", "Topics", "can_run", "learnt"]
