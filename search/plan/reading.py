"""What the search makes of a text before any engine is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.contract import Near, Understood
from search.plan.clauses import Asked, Lift


@dataclass(frozen=True, slots=True)
class Plan:
    """The ways to ask, from the narrowest to the widest, and what to tell about the text.

    `strict` asks for all words as they are, `wide` takes other words for the same, `some` is content with a part of
    them, and `last` looks among the everyday names of labels as well. All are None when the text has no word.
    `places` and `near` say where, `facts` are what is wished for when the text says nothing else. `groups` are the
    target groups that the text names or lets one guess, `leaning` tells how strongly it leans to each topic.
    `meant` is the text to be compared as a whole, without what is not wanted; empty for one word, a paragraph of the law and
    what is asked exactly.
    """

    strict: Asked | None = None
    wide: Asked | None = None
    some: Asked | None = None
    last: Asked | None = None
    understood: Understood = field(default_factory=Understood)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    near: Near | None = None
    lifts: tuple[Lift, ...] = ()
    groups: frozenset[str] = frozenset()
    apart: tuple[frozenset[str], ...] = ()
    meant: str = ""
    leaning: Mapping[str, float] = field(default_factory=dict)
