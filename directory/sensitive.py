"""Which subjects are sensitive: having looked at them may tell more than the visitor wants to be known."""

import re
from collections.abc import Iterable

_NEEDS = {"vold", "selvmordstanker", "selvskade", "overgreb", "seksuelle-overgreb"}
_GROUPS = {"voldsudsatte", "ofre-og-vidner"}
_WORDS = re.compile(
    r"krisecent|kvindehjem|\bvold\b|\bvolds|voldelig|overgreb|voldtægt|incest|selvmord|selvskad|prostitu|sexarbejd",
    re.IGNORECASE,
)


def is_sensitive(needs: Iterable[str], groups: Iterable[str], text: str) -> bool:
    """Whether a page on these needs and target groups (slugs), with this text, gets a neutral title and a quick exit."""
    return bool(_NEEDS & set(needs) or _GROUPS & set(groups) or _WORDS.search(text))
