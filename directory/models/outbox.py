"""The outbox: which entries have changed and wait for the index. Written in the change's own transaction."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outbox(models.Model):
    """One changed entry, for one index. It says which, never what: the worker asks the database again."""

    key = models.CharField(_("entry"), max_length=40)  # "offer:17"
    target = models.CharField(_("index"), max_length=40, default="embedded")
    created = models.DateTimeField(_("written"), auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    not_before = models.DateTimeField(_("next try"), null=True, blank=True)
    error = models.TextField(_("what went wrong"), blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["target", "not_before"])]
        verbose_name = _("change that waits for the index")
        verbose_name_plural = _("changes that wait for the index")

    def __str__(self) -> str:
        return f"{self.key} → {self.target}"
