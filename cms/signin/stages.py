"""The step after the password for those who have no app and no key: a code by mail."""

from allauth.account.stages import LoginByCodeStage
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cms.signin.limits import may_send_code, may_try_code
from cms.signin.steps import needs_mail_code


class MailCodeStage(LoginByCodeStage):
    """Sends the code to the address of the account as it stands; says what is in the way when it cannot."""

    def handle(self):
        user = self.login.user
        # Sent already, or not needed.
        if self.state or not needs_mail_code(self.request, user):
            return super().handle()
        if not may_try_code(user):
            return self._back(_("Too many wrong codes. Try again in a quarter of an hour.")), False
        if not user.email:
            return self._back(
                _("No code can be sent: the account has no mail address. Ask your administrator, or who runs the site.")
            ), False
        if not may_send_code(user):
            return self._back(_("Too many codes were sent. Try again in a quarter of an hour.")), False
        self.login.email = user.email
        try:
            return super().handle()
        except OSError:
            return self._back(_("No mail can be sent right now, so no code was sent. Try again later.")), False

    def _back(self, why):
        messages.error(self.request, why)
        return redirect("account_login")
