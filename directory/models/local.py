"""What holds everywhere, or in one municipality that has words of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MaybeLocal(models.Model):
    """A row that is for one municipality, or for all."""

    municipality = models.ForeignKey(
        "directory.MunicipalityPage",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only in"),
        help_text=_("Empty: everywhere."),
    )

    class Meta:
        abstract = True
