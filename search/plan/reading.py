"""What the search makes of a text before any engine is asked."""

from dataclasses import dataclass, field

from search.contract import Understood
from search.plan.clauses import Asked


@dataclass(frozen=True, slots=True)
class Reading:
    """The words to ask for, if there are any, and what to tell about them."""

    asked: Asked | None = None
    understood: Understood = field(default_factory=Understood)
