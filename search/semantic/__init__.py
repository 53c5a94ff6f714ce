"""Meaning as a second opinion: a small model of sentences that runs inside the process, where it is installed.

It changes the order of what the words have found and adds what stands beside it; it never decides what is counted. Without
its package, or on a processor that lacks its instructions, everything works by words alone.
"""

from search.semantic.likeness import Likeness
from search.semantic.model import Model, can_run

__all__ = ["Likeness", "Model", "can_run"]
