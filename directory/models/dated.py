"""Rows that hold from a day until a day."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.times.dated import Answer, Dated


class DatedRow(models.Model):
    """A row with its first and its last day, both included."""

    first_day = models.DateField(
        _("from and with"), null=True, blank=True, help_text=_("Empty: as far back as we know.")
    )
    last_day = models.DateField(_("until and with"), null=True, blank=True, help_text=_("Empty: until further notice."))

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first.")})

    def as_value(self, answer: Answer) -> Dated[Answer]:
        """The answer of the row with its days."""
        return Dated(answer, self.first_day, self.last_day)
