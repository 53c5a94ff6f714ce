"""What holds everywhere, or in one municipality that has something of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


def municipality_field(verbose_name, help_text, on_delete=models.CASCADE) -> models.ForeignKey:
    """The municipality that a row belongs to; empty for what belongs to the whole."""
    return models.ForeignKey(
        "directory.MunicipalityPage",
        on_delete,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=verbose_name,
        help_text=help_text,
    )


class MaybeLocal(models.Model):
    """A row that is for one municipality, or for all."""

    municipality = municipality_field(_("only in"), _("Empty: everywhere."))

    class Meta:
        abstract = True
