"""What differs here from the library that signs people in: nobody signs up, guessing is limited, each goes where they work."""

from contextlib import suppress
from io import BytesIO

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.signin import limits
from cms.signin.steps import needs_mail_code
from directory.demo import login as known

#: Where somebody works who may refer; nobody may where referrals are not installed.
_DESK, _REFERS = "desk", "referrals.add_referral"


class StaffAdapter(DefaultAccountAdapter):
    """The accounts of staff. Who has none is invited, see `cms.municipalities.people`."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The name and the password do not fit together. Try again."),
        "too_many_login_attempts": _("Too many wrong passwords. Try again in a quarter of an hour."),
        "incorrect_code": _("The code is not right. Try again."),
        "incorrect_password": _("The password is not right. Try again."),
    }

    def is_open_for_signup(self, request) -> bool:
        """Never: accounts are given by invitation."""
        return False

    def pre_authenticate(self, request, **credentials) -> None:
        """Look at no password after too many wrong ones, and let nobody in by the demonstration's outside a trial."""
        name, password = credentials.get("username", ""), credentials.get("password", "")
        if not limits.may_try(request, name):
            raise self.validation_error("too_many_login_attempts")
        if not settings.DEMONSTRATION and known.is_known(name, password):
            self.authentication_failed(request, **credentials)
            raise self.validation_error("username_password_mismatch")

    def authenticate(self, request, **credentials):
        """Take no password here of whom the municipality's own sign-in lets in: it says who has left."""
        user = super().authenticate(request, **credentials)
        if user and _logs_in_elsewhere(user):
            self.authentication_failed(request, **credentials)
            return None
        return user

    def send_password_reset_mail(self, user, email, context) -> None:
        """A link for a new password, where one is of use. Whether it went out is not told: that would tell who is known."""
        if _logs_in_elsewhere(user):
            return
        # A failure is counted where mails go out.
        with suppress(OSError):
            super().send_password_reset_mail(user, email, context)

    def authentication_failed(self, request, **credentials) -> None:
        """Count the wrong password, for the account and for the place."""
        limits.count_wrong_password(request, credentials.get("username", ""))

    def get_login_stages(self) -> list[str]:
        """The code by mail goes to the address that the account has now."""
        own = {"allauth.account.stages.LoginByCodeStage": "cms.signin.stages.MailCodeStage"}
        return [own.get(stage, stage) for stage in super().get_login_stages()]

    def is_login_by_code_required(self, login) -> bool:
        """Whether a code by mail is the second step."""
        return needs_mail_code(self.request, login.user)

    def get_login_redirect_url(self, request) -> str:
        """The admin, the desk, or the page for professionals."""
        return home_of(request.user)

    def get_logout_redirect_url(self, request) -> str:
        """The address of the page on which one signs in."""
        return reverse("account_login")

    def format_email_subject(self, subject: str) -> str:
        """As it is: the name of a host in front says nothing to anybody."""
        return str(subject)

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        """Say what went wrong. What went well is seen on the page that follows."""
        if level == messages.ERROR and message:
            messages.error(request, message)


class StaffMFAAdapter(DefaultMFAAdapter):
    """Apps and keys of staff, under the product's name."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": _("The code is not right. Try again.")}

    def build_totp_svg(self, url: str) -> str:
        """Black on white, on a dark page too: a phone reads nothing else."""
        drawn = BytesIO()
        segno.make(url).save(drawn, kind="svg", scale=4, light="#fff", xmldecl=False)
        return drawn.getvalue().decode()

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME


def _logs_in_elsewhere(user: AbstractUser) -> bool:
    return bool(settings.OIDC_ISSUER) and user.socialaccount_set.exists()


def home_of(user: AbstractUser) -> str:
    """The address of the page on which somebody works."""
    if user.has_perm("wagtailadmin.access_admin"):
        return reverse("wagtailadmin_home")
    if user.has_perm(_REFERS):
        return reverse(_DESK)
    return reverse("professionals")
