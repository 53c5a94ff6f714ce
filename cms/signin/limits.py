"""How often somebody may guess a password or a code. What is counted stays in memory, for minutes, as fingerprints."""

from directory.rate_limit import RateLimit, network

#: Wrong passwords in a quarter of an hour: for one account from one place, and wherever they come from.
MAX_FROM_ONE_PLACE, MAX_FOR_ONE_ACCOUNT = 10, 30
#: The same for all accounts from one place: a whole town hall may come from one address.
MAX_OF_A_PLACE = 100
#: Codes by mail to one account in a quarter of an hour, for somebody who knows its password.
MAX_MAILS = 10
#: Wrong codes in a quarter of an hour for one account, however often its password is told between them.
MAX_CODES = 10
#: Links for a new password in a quarter of an hour: asked for from one place, and to one address.
MAX_RESETS_FROM_ONE_PLACE, MAX_RESETS_TO_ONE_ADDRESS = 20, 3
_QUARTER = 900
_MANY = 1_000_000


def _in_a_quarter(most: int) -> RateLimit:
    return RateLimit(most=most, most_in_all=_MANY, seconds=_QUARTER)


PAIRS, PLACES = _in_a_quarter(MAX_FROM_ONE_PLACE), _in_a_quarter(MAX_OF_A_PLACE)
ACCOUNTS = _in_a_quarter(MAX_FOR_ONE_ACCOUNT)
CODES, MAILS = _in_a_quarter(MAX_CODES), _in_a_quarter(MAX_MAILS)
RESET_PLACES, RESET_ADDRESSES = _in_a_quarter(MAX_RESETS_FROM_ONE_PLACE), _in_a_quarter(MAX_RESETS_TO_ONE_ADDRESS)
LIMITS = (PAIRS, PLACES, ACCOUNTS, CODES, MAILS, RESET_PLACES, RESET_ADDRESSES)


def may_try(request, name: str) -> bool:
    """Whether a password is looked at, right or wrong."""
    place, name = network(request), name.casefold()
    return PAIRS.allows(f"{place} {name}") and PLACES.allows(place) and ACCOUNTS.allows(name)


def count_wrong_password(request, name: str) -> None:
    """Remember that a password was wrong."""
    place, name = network(request), name.casefold()
    PAIRS.count(f"{place} {name}")
    PLACES.count(place)
    ACCOUNTS.count(name)


def may_try_code(user) -> bool:
    """Whether a code is looked at, right or wrong."""
    return CODES.allows(str(user.pk))


def count_wrong_code(*, user, **signal) -> None:
    """Remember that a code was wrong."""
    CODES.count(str(user.pk))


def may_send_code(user) -> bool:
    """Whether another code is mailed to somebody."""
    return MAILS.take(str(user.pk))


def may_ask_from_place(request) -> bool:
    """Whether another link for a new password may be asked for from a place; who asks too often is counted no further."""
    return RESET_PLACES.take(network(request))


def may_ask_for_link(address: str) -> bool:
    """Whether another link for a new password goes to an address."""
    return RESET_ADDRESSES.take(address.casefold())
