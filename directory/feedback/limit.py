"""How often one may write: ten times an hour from one place, three hundred times from all together."""

from directory.rate_limit import RateLimit, network

MAX_PER_SENDER, MAX_IN_ALL = 10, 300
LIMIT = RateLimit(most=MAX_PER_SENDER, most_in_all=MAX_IN_ALL, seconds=3600)
forget = LIMIT.forget


def allows(request) -> bool:
    """Whether one more may come from there; it is counted."""
    return LIMIT.take(network(request))
