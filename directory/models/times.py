"""Times: weekly opening hours, days that are closed, and dated meetings. All in Danish local time."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.offer import OfferPage
from directory.times.rhythm import Rhythm, Weekday
from directory.times.schedule import ClosedDays, Meeting, WeeklyHours


class OpeningHours(models.Model):
    """A span of a weekday. An end before its start means past midnight."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))
    rhythm = models.CharField(_("which weeks"), max_length=8, choices=Rhythm, default=Rhythm.WEEKLY)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=120, blank=True)

    panels = ["weekday", "opens", "closes", "rhythm", "valid_from", "valid_to", "note"]

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def clean(self) -> None:
        super().clean()
        if self.opens is not None and self.opens == self.closes:
            raise ValidationError(
                {"closes": _("Opening and closing cannot be the same. Write 0:00 to 23:59 for a whole day.")}
            )
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day is before the first.")})

    def as_value(self) -> WeeklyHours:
        """The row as a schedule holds it."""
        return WeeklyHours(
            self.weekday, self.opens, self.closes, self.rhythm, self.valid_from, self.valid_to, self.note
        )


class Closure(models.Model):
    """Days on which an offer is closed, whatever its weekly hours."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="closures")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    note = models.CharField(_("why"), max_length=120, blank=True)

    panels = ["first_day", "last_day", "note"]

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("closed days")
        verbose_name_plural = _("closed days")

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first.")})

    def as_value(self) -> ClosedDays:
        """The row as a schedule holds it."""
        return ClosedDays(self.first_day, self.last_day)


class Session(models.Model):
    """One dated meeting of a course or an activity."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="sessions")
    day = models.DateField(_("day"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"), null=True, blank=True)
    topic = models.CharField(_("what it is about"), max_length=120, blank=True)
    cancelled = models.BooleanField(_("cancelled"), default=False)

    panels = ["day", "starts", "ends", "topic", "cancelled"]

    class Meta:
        ordering = ["day", "starts"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def clean(self) -> None:
        super().clean()
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("The meeting ends before it begins.")})

    def as_value(self) -> Meeting:
        """The row as a schedule holds it."""
        return Meeting(self.day, self.starts, self.ends, self.topic, self.cancelled)
