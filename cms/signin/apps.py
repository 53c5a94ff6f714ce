"""The sign-in as a Django app: it remembers whom it has warned that an account is about to be closed."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignInConfig(AppConfig):
    """Accounts of staff, and how they are entered."""

    name = "cms.signin"
    label = "signin"
    verbose_name = _("Sign-in")

    def ready(self) -> None:
        from allauth.account.signals import login_code_rejected
        from django.contrib.auth.signals import user_logged_in

        from cms.signin import (
            addresses,
            checks,  # noqa: F401 - checks register themselves
        )
        from cms.signin.limits import count_wrong_code
        from cms.signin.sessions import begin_session
        from cms.signin.unused import close_unused
        from directory.duties import Duty, take_on

        take_on(Duty("accounts", timedelta(days=1), close_unused))
        addresses.connect()
        user_logged_in.connect(begin_session)
        login_code_rejected.connect(count_wrong_code)
