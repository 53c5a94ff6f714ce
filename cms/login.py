"""Wagtail's log-in, which somebody who guesses passwords may not try for ever."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import LoginForm

from directory.demo import login as known
from directory.rate_limit import RateLimit, network

#: Wrong passwords in a quarter of an hour: from one place, and for one account wherever they come from.
MAX_FROM_ONE_PLACE, MAX_FOR_ONE_ACCOUNT = 10, 30
_QUARTER = 900
_MANY = 1_000_000
PLACES = RateLimit(most=MAX_FROM_ONE_PLACE, most_in_all=_MANY, seconds=_QUARTER)
ACCOUNTS = RateLimit(most=MAX_FOR_ONE_ACCOUNT, most_in_all=_MANY, seconds=_QUARTER)


class LimitedLoginForm(LoginForm):
    """Looks at no password, right or wrong, after too many wrong ones, and lets nobody in by the demonstration's outside a trial."""

    def clean(self) -> dict:
        place, account = network(self.request), self.cleaned_data.get("username", "").casefold()
        if not (PLACES.allows(place) and ACCOUNTS.allows(account)):
            raise ValidationError(_("Too many wrong passwords. Try again in a quarter of an hour."), code="limited")
        try:
            if _is_known(self.cleaned_data) and not settings.DEMONSTRATION:
                raise self.get_invalid_login_error()
            return super().clean()
        except ValidationError:
            PLACES.count(place)
            ACCOUNTS.count(account)
            raise


def _is_known(told: dict) -> bool:
    return (told.get("username"), told.get("password")) == (known.USERNAME, known.PASSWORD)
