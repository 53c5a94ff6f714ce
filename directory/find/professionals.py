"""Words that only those use who look for somebody else: whoever writes them is told that there is a page for professionals."""

import re

_WORDS = re.compile(
    r"\b(?:social(?:e|t)? henvisning(?:er)?|fællesskabs-?henvisning(?:er)?|social prescribing|recept på fællesskab(?:er)?"
    r"|henvise (?:en )?(?:borger|patient)e?|henvis(?:e|ning)(?: fra)? (?:egen )?læge|almen praksis|praktiserende læge"
    r"|xref ?(?:15|22)|xdis ?15|fagperson(?:er)?|fagfolk)\b",
    re.IGNORECASE,
)


def asks_as_professional(text: str) -> bool:
    """Whether somebody writes as one who helps others in their work."""
    return bool(_WORDS.search(text))
