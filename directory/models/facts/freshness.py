"""How fresh, how sure: who checked the listing and when, and where it comes from."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.answers import Confidence, Verifier


class Demonstration(models.TextChoices):
    """Whether a listing is for demonstration, and of what sort."""

    NO = "", _("A real listing")
    UNCONFIRMED = "unconfirmed", _("A real place, not confirmed by it")
    MADE_UP = "made_up", _("Made up")


class FreshnessFacts(models.Model):
    """Who stands behind the facts."""

    verified_on = models.DateField(_("checked on"), null=True, blank=True)
    verified_by = models.CharField(
        _("checked by"), max_length=10, choices=Verifier, default=Verifier.NOBODY, blank=True
    )
    review_interval = models.PositiveSmallIntegerField(
        _("check again after"),
        default=6,
        choices=[(1, _("1 month")), (3, _("3 months")), (6, _("6 months")), (12, _("1 year"))],
    )
    confidence = models.CharField(_("how sure are we"), max_length=10, choices=Confidence, default=Confidence.MEDIUM)
    source_url = models.CharField(_("source"), max_length=500, blank=True)
    source_date = models.CharField(_("date of the source"), max_length=20, blank=True)
    demonstration = models.CharField(
        _("demonstration"), max_length=12, choices=Demonstration, default=Demonstration.NO, blank=True
    )

    class Meta:
        abstract = True

    @property
    def months_since_check(self) -> int | None:
        """Whole months since the listing was checked, or None when it never was."""
        if self.verified_on is None:
            return None
        return months_between(self.verified_on, timezone.localdate())

    @property
    def is_overdue(self) -> bool:
        """Whether the listing should have been checked again by now."""
        months = self.months_since_check
        return months is not None and months >= self.review_interval

    @property
    def source_is_link(self) -> bool:
        """Whether the source is a page that can be opened."""
        return self.source_url.startswith(("https://", "http://"))


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
