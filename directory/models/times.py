"""Times: weekly opening hours, days that are closed, and dated meetings. All in Danish local time."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from directory.models.offer import OfferPage
from directory.panels.repeating import RuleBuilder
from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting, check_rule
from directory.times.rhythm import Rhythm, Weekday
from directory.times.rule import completed
from directory.times.rule_words import rule_words


class OpeningHours(models.Model):
    """A span of a weekday. An end before its start means past midnight."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))
    rhythm = models.CharField(_("which weeks"), max_length=8, choices=Rhythm, default=Rhythm.WEEKLY)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    first_month = models.PositiveSmallIntegerField(_("from month"), choices=MONTHS.items(), null=True, blank=True)
    last_month = models.PositiveSmallIntegerField(
        _("to month"),
        choices=MONTHS.items(),
        null=True,
        blank=True,
        help_text=_("Only where it is for a part of each year; the last month is included."),
    )
    note = models.CharField(_("note"), max_length=120, blank=True)

    panels = ["weekday", "opens", "closes", "rhythm", "valid_from", "valid_to", "first_month", "last_month", "note"]

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
        if (self.first_month is None) != (self.last_month is None):
            raise ValidationError({"last_month": _("A season needs both its first and its last month.")})
        if self.rhythm == Rhythm.FORTNIGHTLY and self.valid_from is None:
            raise ValidationError({"valid_from": _("Every second week is counted from a first day: write that day.")})

    def as_value(self) -> WeeklyHours:
        """The row as a schedule holds it."""
        return WeeklyHours(
            self.weekday,
            self.opens,
            self.closes,
            self.rhythm,
            self.valid_from,
            self.valid_to,
            self.note,
            self.first_month,
            self.last_month,
        )


class Closure(models.Model):
    """Days on which an offer is closed, or has the hours that stand here, whatever its weekly hours."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="closures")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    opens = models.TimeField(_("from"), null=True, blank=True, help_text=_("Empty when it is closed."))
    closes = models.TimeField(_("to"), null=True, blank=True)
    note = models.CharField(_("why"), max_length=120, blank=True)

    panels = ["first_day", "last_day", "opens", "closes", "note"]

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("closed days")
        verbose_name_plural = _("closed days")

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first.")})
        if (self.opens is None) != (self.closes is None) or (self.opens is not None and self.opens == self.closes):
            raise ValidationError({"closes": _("Write both when it opens and when it closes, or neither.")})

    @property
    def is_closed(self) -> bool:
        """Whether it is closed on these days, and not only open at other hours."""
        return self.as_value().closed

    def as_value(self) -> ExceptionDays:
        """The row as a schedule holds it."""
        return ExceptionDays(self.first_day, self.last_day, self.opens, self.closes, self.note)


class Session(models.Model):
    """One dated meeting of a course or an activity, or a series of them by a rule, of which other rows replace single ones."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="sessions")
    day = models.DateField(_("day"))
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("to"), null=True, blank=True)
    topic = models.CharField(_("what it is about"), max_length=120, blank=True)
    cancelled = models.BooleanField(_("cancelled"), default=False)
    rule = models.CharField(
        _("repeats"),
        max_length=160,
        blank=True,
        help_text=_("Single meetings of it are moved or cancelled by a row of their own."),
    )
    instead_of = models.DateField(
        _("instead of the meeting on"),
        null=True,
        blank=True,
        help_text=_("Where a meeting is moved, or one of a series cancelled: the day on which it would have been."),
    )

    until = models.DateField(_("repeats until"), null=True, blank=True, help_text=_("Empty: until somebody ends it."))

    panels = [
        *("day", "starts", "ends", "topic", "cancelled"),
        FieldPanel("rule", widget=RuleBuilder),
        *("until", "instead_of"),
    ]

    class Meta:
        ordering = ["day", "starts"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def clean(self) -> None:
        super().clean()
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("The meeting ends before it begins.")})
        if self.rule and self.instead_of:
            raise ValidationError({"instead_of": _("A series cannot stand instead of a single meeting.")})
        if self.rule and self.day:
            self.rule = completed(self.rule, self.day)
            self._check_rule()

    def _check_rule(self) -> None:
        try:
            check_rule(self.whole_rule, self.day)
        except ValueError as fault:
            message = _("The rule cannot be followed, or gives no day in two years (%(fault)s).")
            raise ValidationError({"rule": message % {"fault": fault}}) from fault

    @property
    def whole_rule(self) -> str:
        """The rule with its last day, unless it tells an end by itself."""
        ended = self.until is None or "UNTIL=" in self.rule or "COUNT=" in self.rule
        return self.rule if not self.rule or ended else f"{self.rule};UNTIL={self.until:%Y%m%d}"

    @property
    def repeats(self) -> str:
        """How a series repeats in words; empty for a single meeting, and for a rule that has no words."""
        return rule_words(self.rule, self.day) if self.rule else ""

    def as_value(self) -> Meeting:
        """The row as a schedule holds it."""
        return Meeting(self.day, self.starts, self.ends, self.topic, self.cancelled, self.whole_rule, self.instead_of)
