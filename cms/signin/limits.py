"""How often somebody may guess a password or a code. What is counted stays in memory, for minutes, as fingerprints."""

from directory.rate_limit import RateLimit, network

#: Wrong passwords in a quarter of an hour: from one place, and for one account wherever they come from.
MAX_FROM_ONE_PLACE, MAX_FOR_ONE_ACCOUNT = 10, 30
#: Wrong codes in a quarter of an hour for one account, however often its password is told between them.
MAX_CODES = 10
#: Links for a new password in a quarter of an hour: asked for from one place, and to one address.
MAX_RESETS_FROM_ONE_PLACE, MAX_RESETS_TO_ONE_ADDRESS = 20, 3
_QUARTER = 900
_MANY = 1_000_000


def _in_a_quarter(most: int) -> RateLimit:
    return RateLimit(most=most, most_in_all=_MANY, seconds=_QUARTER)


PLACES, ACCOUNTS = _in_a_quarter(MAX_FROM_ONE_PLACE), _in_a_quarter(MAX_FOR_ONE_ACCOUNT)
CODES = _in_a_quarter(MAX_CODES)
RESET_PLACES, RESET_ADDRESSES = _in_a_quarter(MAX_RESETS_FROM_ONE_PLACE), _in_a_quarter(MAX_RESETS_TO_ONE_ADDRESS)
LIMITS = (PLACES, ACCOUNTS, CODES, RESET_PLACES, RESET_ADDRESSES)


def may_try(request, name: str) -> bool:
    """Whether a password is looked at, right or wrong."""
    return PLACES.allows(network(request)) and ACCOUNTS.allows(name.casefold())


def count_wrong_password(request, name: str) -> None:
    """Remember that a password was wrong."""
    PLACES.count(network(request))
    ACCOUNTS.count(name.casefold())


def may_try_code(user) -> bool:
    """Whether a code is looked at, right or wrong."""
    return CODES.allows(str(user.pk))


def count_wrong_code(*, user, **signal) -> None:
    """Remember that a code was wrong."""
    CODES.count(str(user.pk))


def may_ask_for_link(request, address: str) -> bool:
    """Whether another link for a new password may be asked for; whoever asks too often is counted no further."""
    return RESET_PLACES.take(network(request)) and RESET_ADDRESSES.take(address.casefold())
