"""A mode of hard days: what it is, from when to when, what people are told, and by which questions it is known who has what."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.asking.models import Campaign
from directory.cpr import validate_no_cpr
from directory.models import MunicipalityPage

#: A mode that lasts longer is no mode any more, or its end is a slip of the finger.
LONGEST = timedelta(days=62)


class HardDayKind(models.TextChoices):
    """What makes the days hard. A name of one's own stands before it."""

    FROST = "frost", _("Frost")
    HEAT = "heat", _("Heat")
    STORM = "storm", _("Storm")
    POWER_CUT = "power_cut", _("Power cut")
    CHRISTMAS = "christmas", _("Christmas")
    OTHER = "other", _("Something else")


class HardDay(models.Model):
    """A mode that leads the pages of a municipality from its beginning to its end, and ends by itself."""

    municipality = models.ForeignKey(
        MunicipalityPage, models.CASCADE, related_name="hard_days", verbose_name=_("municipality")
    )
    kind = models.CharField(_("what it is"), max_length=9, choices=HardDayKind, default=HardDayKind.FROST)
    name = models.CharField(
        _("name of your own"),
        max_length=60,
        blank=True,
        validators=[validate_no_cpr],
        help_text=_("Such as: Christmas in Vejle. Empty: the name of what it is."),
    )
    text = models.TextField(
        _("what people are told"),
        max_length=400,
        blank=True,
        validators=[validate_no_cpr],
        help_text=_("Two short sentences: what happens, and what one can do."),
    )
    begins_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    #: Values of `DayFact`, in the order in which they are shown.
    facts = models.JSONField(_("what people ask for"), default=list)
    campaigns = models.ManyToManyField(
        Campaign,
        blank=True,
        related_name="hard_days",
        verbose_name=_("questions"),
        help_text=_(
            "Questions to places whose yes tells one of these. Places that have not answered are shown with their number."
        ),
    )

    class Meta:
        ordering = ["-begins_at", "-pk"]
        verbose_name = _("hard days")
        verbose_name_plural = _("hard days")

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> str | Promise:
        """What people call it: the name of its own, or that of its kind."""
        return self.name or HardDayKind(self.kind).label

    def clean(self) -> None:
        """An end after its beginning and not far from it, and a name for what has none."""
        faults = {}
        if self.begins_at and self.ends_at:
            if self.ends_at <= self.begins_at:
                faults["ends_at"] = _("It has to end after it begins.")
            elif self.ends_at - self.begins_at > LONGEST:
                faults["ends_at"] = _("It may last two months at most.")
        if self.kind == HardDayKind.OTHER and not self.name:
            faults["name"] = _("Say what people are to call it.")
        if faults:
            raise ValidationError(faults)

    def lasts(self, now: datetime) -> bool:
        """Whether it leads the site at a moment."""
        return self.begins_at <= now < self.ends_at
