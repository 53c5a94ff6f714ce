"""What the sentence model thinks of a text beside its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Opinion:
    """How like the text each entry is, in standard deviations above the mean, and how strongly it is about each topic."""

    alike: Mapping[str, float] = field(default_factory=dict)
    about: Mapping[str, float] = field(default_factory=dict)


#: Where no model is, or none is asked.
NONE = Opinion()
