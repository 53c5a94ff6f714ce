"""Whether mails go out: when one last did, and how many have failed since. Nothing of whom and what."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailRecord(models.Model):
    """One row for the whole installation."""

    THE_ONE = 1

    sent = models.DateTimeField(_("last sent"), null=True)
    failed = models.DateTimeField(_("last failed"), null=True)
    failures = models.PositiveIntegerField(_("failures since then"), default=0)
    error = models.CharField(_("kind of the last failure"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("record of mails")
        verbose_name_plural = _("record of mails")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
