"""Crisis lines. The only place in the system where a telephone number of a line is written; 112 excepted."""

import re
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from directory.answers import Answer, answer_field
from directory.models.vocabulary import CrisisWords
from directory.panels.helpline import HelplineForm
from directory.panels.hours_grid import HoursPanel
from directory.panels.spaced import SpacedCheckboxes
from directory.times.hours import WeeklyHours
from directory.times.public_holidays import ALIKE
from directory.times.rhythm import Weekday
from directory.times.schedule import Schedule
from directory.times.status import Status, status_of
from directory.validators import validate_phone, validate_web_address

#: Older than this: editors are alarmed.
ALARM_AFTER = timedelta(days=35)
#: Older than this: hours are not trusted, and "open now" is never said.
TRUST_FOR = timedelta(days=90)
#: Words that tell when somebody answers.
_TELLS_HOURS = re.compile(r"døgn|åbent|\bkl\.?\s?\d", re.IGNORECASE)
#: What a line is for: what somebody may be in the middle of, and for whom.
_TOPICS = [*CrisisWords.Topic.choices, ("children", _("Children and young people"))]


class Helpline(ClusterableModel):
    """A line to call, with its hours and the day on which somebody dialled it."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    number = models.CharField(_("number"), max_length=24, validators=[validate_phone])
    topics = models.CharField(
        _("topics"), max_length=60, help_text=_("On Hjælp nu the line stands under the one that was ticked first.")
    )
    always_open = models.BooleanField(_("answers day and night"), default=False)
    anonymous = answer_field(_("anonymous"))
    asks_for_cpr = answer_field(_("asks for a civil registration number"))
    cost = models.CharField(_("price"), max_length=80, blank=True)
    region = models.CharField(_("only in"), max_length=80, blank=True, help_text=_("Empty: the whole country."))
    about = models.CharField(
        _("what one can call about"),
        max_length=200,
        blank=True,
        help_text=_(
            "Hours, names and registration numbers have fields of their own: what stands there is not said here too."
        ),
    )
    about_en = models.CharField(_("the same in English"), max_length=200, blank=True)
    priority = models.PositiveSmallIntegerField(_("order"), default=10, help_text=_("Smaller comes first."))
    own_url = models.CharField(
        _("the line's own page"),
        max_length=300,
        blank=True,
        help_text=_("Where people are led who want to read first."),
    )
    source_url = models.CharField(
        _("where we read it"), max_length=300, blank=True, help_text=_("For editors. Nobody is led there.")
    )
    verified_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody dialled it and read the owner's page."),
    )
    verified_by = models.CharField(_("checked by"), max_length=80, blank=True, help_text=_("A function, not a name."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("number"),
        FieldPanel("topics", widget=SpacedCheckboxes(choices=_TOPICS)),
        FieldPanel("about"),
        FieldPanel("about_en"),
        FieldPanel("own_url"),
        MultiFieldPanel(
            [FieldPanel("always_open"), HoursPanel("hours", label=_("opening hours"))],
            heading=_("When it is answered"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("anonymous", "asks_for_cpr", "cost", "region", "priority")],
            heading=_("Facts"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("verified_on", "verified_by", "source_url", "valid_from", "valid_to")],
            heading=_("Checked"),
        ),
    ]

    base_form_class = HelplineForm

    class Meta:
        ordering = ["priority", "name"]
        verbose_name = _("helpline")
        verbose_name_plural = _("helplines")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        unknown = set(self.topics.split()) - dict(_TOPICS).keys()
        if unknown:
            raise ValidationError({"topics": _("Write only: life, violence, acute, children.")})
        if _TELLS_HOURS.search(self.about):
            raise ValidationError(
                {
                    "about": _(
                        "Write the hours in their own field: what stands here is shown also when they are not sure."
                    )
                }
            )
        if self.verified_on and self.verified_on > timezone.localdate():
            raise ValidationError({"verified_on": _("That day has not come yet.")})
        for name in ("own_url", "source_url"):
            self._clean_address(name)

    def _clean_address(self, name: str) -> None:
        if getattr(self, name):
            try:
                validate_web_address(getattr(self, name))
            except ValidationError as fault:
                raise ValidationError({name: fault}) from fault

    def is_valid_on(self, day: date) -> bool:
        """Whether the line exists on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def main_topic(self) -> str:
        """What the line is for before all: Hjælp nu tells of it there, and only there."""
        return next(iter(self.topics.split()), "")

    @property
    def topic_names(self) -> str:
        """Its topics as people say them."""
        return ", ".join(str(dict(_TOPICS).get(topic, topic)) for topic in self.topics.split())

    @property
    def description(self) -> str:
        """What one can call about, in the language of the page where somebody has written it."""
        return self.about_en if self.about_en and get_language() == "en" else self.about

    @property
    def described_in(self) -> str:
        """The language that the description is in."""
        return "en" if self.description != self.about else "da"

    @property
    def schedule(self) -> Schedule:
        """When the line is answered, day and night apart: that is `always_open`. Lines are answered on holidays as well."""
        return Schedule(weekly=tuple(row.as_value() for row in self.hours.all()), on_holidays=ALIKE)

    def status_at(self, now: datetime) -> Status:
        """What holds for the line; nothing is known where nobody has checked it lately."""
        if not self.hours_are_trusted:
            return Status("unknown")
        return Status("day_and_night") if self.always_open else status_of(self.schedule, now)

    @property
    def hours_are_trusted(self) -> bool:
        """Whether somebody checked the hours lately enough to say "open now"."""
        return self.verified_on is not None and timezone.localdate() - self.verified_on <= TRUST_FOR

    @property
    def needs_check(self) -> bool:
        """Whether editors should dial it again."""
        return self.verified_on is None or timezone.localdate() - self.verified_on > ALARM_AFTER

    @property
    def is_anonymous(self) -> bool:
        """Whether one need not say one's name, as far as the owner has told."""
        return self.anonymous == Answer.YES


class HelplineHours(models.Model):
    """When a line is answered. An end before its start lies past midnight."""

    helpline = ParentalKey(Helpline, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))

    panels = [FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")]

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name = _("opening hours")

    def as_value(self) -> WeeklyHours:
        """The row as a schedule holds it: it holds every week."""
        return WeeklyHours(self.weekday, self.opens, self.closes)
