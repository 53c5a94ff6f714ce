"""Wagtail's log-in, which somebody who guesses passwords may not try for ever."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import LoginForm

from directory.rate_limit import RateLimit, network

#: Wrong passwords in a quarter of an hour: from one place, and for one account wherever they come from.
MAX_FROM_ONE_PLACE, MAX_FOR_ONE_ACCOUNT = 10, 30
_QUARTER = 900
_MANY = 1_000_000
PLACES = RateLimit(most=MAX_FROM_ONE_PLACE, most_in_all=_MANY, seconds=_QUARTER)
ACCOUNTS = RateLimit(most=MAX_FOR_ONE_ACCOUNT, most_in_all=_MANY, seconds=_QUARTER)


class LimitedLoginForm(LoginForm):
    """Looks at no password, right or wrong, after too many wrong ones."""

    def clean(self) -> dict:
        place, account = network(self.request), self.cleaned_data.get("username", "").casefold()
        if not (PLACES.allows(place) and ACCOUNTS.allows(account)):
            raise ValidationError(_("Too many wrong passwords. Try again in a quarter of an hour."), code="limited")
        try:
            return super().clean()
        except ValidationError:
            PLACES.count(place)
            ACCOUNTS.count(account)
            raise
