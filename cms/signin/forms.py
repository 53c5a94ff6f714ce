"""The forms of signing in: codes are limited like passwords, and labels say what is meant."""

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.signin.limits import count_wrong_code, may_try_code


class SignInForm(LoginForm):
    """The name and the password of an account."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Name or mail address")
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""

    def clean_login(self) -> str:
        """The name; accounts that are named by an address have it in small letters, which phones do not begin with."""
        name = super().clean_login()
        return name.lower() if "@" in name else name


class MailCodeForm(ConfirmLoginCodeForm):
    """The code that was sent. A process of three attempts is counted by the library's signal, see `cms.signin.limits`."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from the mail")


class _LimitedCode:
    """Looks at no code after too many wrong ones."""

    def clean_code(self) -> str:
        if not may_try_code(self.user):
            raise ValidationError(_("Too many wrong codes. Try again in a quarter of an hour."), code="limited")
        try:
            return super().clean_code()
        except ValidationError:
            count_wrong_code(user=self.user)
            raise


class AppCodeForm(_LimitedCode, AuthenticateForm):
    """The code that the app shows, or one of the codes on paper."""


class AppCodeAgainForm(_LimitedCode, ReauthenticateForm):
    """The same for somebody who is signed in, before they change how they sign in."""
