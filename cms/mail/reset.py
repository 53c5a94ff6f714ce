"""The form "forgotten password", which does not say "sent" when nothing can be sent."""

from django.core.exceptions import ValidationError
from django.core.mail import get_connection
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import PasswordResetForm


class HonestPasswordResetForm(PasswordResetForm):
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
        return told
