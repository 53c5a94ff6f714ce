"""The form "forgotten password", which does not say "sent" when nothing can be sent."""

from allauth.account.forms import ResetPasswordForm
from allauth.core import context
from django.core.exceptions import ValidationError
from django.core.mail import get_connection
from django.utils.translation import gettext as _

from cms.signin.limits import may_ask_for_link


class HonestResetForm(ResetPasswordForm):
    """Asks the mail server first, whoever writes: so the answer tells nothing of which accounts there are."""

    def clean(self) -> dict:
        told = super().clean()
        if self.errors:
            return told
        server = get_connection()
        try:
            server.open()
        except OSError as error:
            raise ValidationError(
                _("No mail can be sent right now, so no link was sent. Try again later, or ask your administrator."),
                code="no_mail",
            ) from error
        finally:
            server.close()
        if not may_ask_for_link(context.request, told["email"]):
            # As if it was sent: whether there is such an account is not told, and nobody's mailbox is filled.
            self.users = []
        return told
