"""What holds for all times of an offer: its season, and public holidays."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.times.public_holidays import OnHolidays


class TimeFacts(models.Model):
    """When in the year it is there, and what it does on public holidays."""

    season = models.CharField(
        _("season"),
        max_length=120,
        blank=True,
        help_text=_("In words. Hours are said to be open for sure only where they have months or dates of their own."),
    )
    on_holidays = models.CharField(
        _("public holidays, 24 and 31 December"), max_length=8, choices=OnHolidays, default=OnHolidays.UNKNOWN
    )
    holiday_opens = models.TimeField(_("on holidays from"), null=True, blank=True)
    holiday_closes = models.TimeField(_("on holidays to"), null=True, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        told = self.holiday_opens is not None and self.holiday_closes is not None
        if self.on_holidays == OnHolidays.OTHER and (not told or self.holiday_opens == self.holiday_closes):
            raise ValidationError({"holiday_closes": _("Write when it opens and closes on public holidays.")})
