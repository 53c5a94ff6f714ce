"""The form "forgotten password", which does not say "sent" when nothing can be sent."""

from allauth.account.forms import ResetPasswordForm
from allauth.core import context
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.mail import get_connection
from django.utils.translation import gettext as _

from cms.signin.limits import may_ask_for_link, may_ask_from_place

#: Seconds in which a mail server answers, while a visitor's thread waits.
_PATIENCE = 3


class HonestResetForm(ResetPasswordForm):
    """Asks the mail server first, whoever writes: so the answer tells nothing of which accounts there are."""

    def clean_email(self) -> str:
        """The address, however it is written: an account that was made by hand may have capitals in it."""
        email = super().clean_email()
        self.users = list(get_user_model().objects.filter(email__iexact=email, is_active=True))
        return email

    def clean(self) -> dict:
        told = super().clean()
        if self.errors:
            return told
        if not may_ask_from_place(context.request):
            # As if it was sent: the server is not asked for whoever asks without end.
            self.users = []
            return told
        server = get_connection(timeout=_PATIENCE)
        try:
            server.open()
        except OSError as error:
            raise ValidationError(
                _("No mail can be sent right now, so no link was sent. Try again later, or ask your administrator."),
                code="no_mail",
            ) from error
        finally:
            server.close()
        if not may_ask_for_link(told["email"]):
            # As if it was sent: whether there is such an account is not told, and nobody's mailbox is filled.
            self.users = []
        return told
