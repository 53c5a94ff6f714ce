"""The accounts that come with the demonstration content. Only for trying the site: the password is known to everybody."""

from django.contrib.auth import get_user_model

#: The editor, and a support worker of Eksempel Kommune.
USERNAME, SUPPORT_WORKER = "redaktoer", "bostoette"
PASSWORD = "vejviser-demo"  # noqa: S105 - printed at start, for a site with demonstration content on one's own machine
USERNAMES = (USERNAME, SUPPORT_WORKER)


def standing() -> list[str]:
    """The names of open accounts that have it: also those that came with a database of a trial."""
    accounts = get_user_model().objects.filter(username__in=USERNAMES, is_active=True).order_by("pk")
    return [account.get_username() for account in accounts if account.check_password(PASSWORD)]


def is_known(name: str, password: str) -> bool:
    """Whether this is a login that everybody knows."""
    return name in USERNAMES and password == PASSWORD
