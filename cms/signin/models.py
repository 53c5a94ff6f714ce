"""Whom we have told that an account is about to be closed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class UnusedWarning(models.Model):
    """A mail to the owner of an account that nobody has used for long. Goes with the account, and when it is used."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("account"))
    sent_on = models.DateField(_("sent on"))

    class Meta:
        verbose_name = _("warning of an unused account")
        verbose_name_plural = _("warnings of unused accounts")

    def __str__(self) -> str:
        return f"{self.sent_on}"
