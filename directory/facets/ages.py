"""Ages in whole years, as offers state them and as the index keeps them."""

from typing import Any

from directory.facets.readers import UNKNOWN, Ancestry

#: The highest age, in years, that can be stated or asked for.
OLDEST = 120


def ages(offer: Any, above: Ancestry) -> tuple[str, ...]:
    """Every age that may come, so that an age asked for is one exact value."""
    if not offer.age_known:
        return (UNKNOWN,)
    first = offer.age_min or 0
    last = OLDEST if offer.age_max is None else offer.age_max
    return tuple(str(age) for age in range(first, last + 1))
