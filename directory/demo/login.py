"""The editor who comes with the demonstration content. Only for trying the site: the password is known to everybody."""

from django.contrib.auth import get_user_model

USERNAME = "redaktoer"
PASSWORD = "vejviser-demo"  # noqa: S105 - printed at start, for a site with demonstration content on one's own machine


def stands() -> bool:
    """Whether there is an open account that has it: also one that came with a database of a trial."""
    account = get_user_model().objects.filter(username=USERNAME, is_active=True).first()
    return account is not None and account.check_password(PASSWORD)
