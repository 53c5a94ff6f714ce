"""Common descriptions of offers that the law knows: what it is, who decides, what one has a right to. An offer takes one.

What offers take is an edition, which never changes. So nothing of a new text reaches a citizen before somebody has
checked it against its paragraphs, and an editor of the offer has taken it.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Select
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from directory.models.local import MaybeLocal
from directory.text import lines
from directory.validators import validate_web_address

#: So many rights are read; a longer list is not.
MAX_RIGHTS = 5


class DescriptionPart(models.TextChoices):
    """What a line of a description tells."""

    WHAT = "what", _("What it is")
    DECIDES = "decides", _("Who decides")
    RIGHT = "right", _("What you have a right to")


@dataclass(frozen=True)
class LawLine:
    """A line as an edition holds it: its words, the address of its paragraph, the day it was read there, its last day."""

    part: str
    text: str
    url: str
    read_on: date
    valid_to: date

    def is_valid_on(self, day: date) -> bool:
        """Whether it is shown on a day; after its last day somebody has to read the paragraph again first."""
        return day <= self.valid_to

    @property
    def part_name(self) -> str:
        """What it tells, in words."""
        return str(DescriptionPart(self.part).label)

    def as_json(self) -> dict[str, str]:
        """The line as values that JSON can hold."""
        return {name: str(value) for name, value in asdict(self).items()}

    @classmethod
    def of(cls, told: dict[str, Any]) -> "LawLine":
        """The line of such values."""
        days = {name: date.fromisoformat(str(told[name])) for name in ("read_on", "valid_to")}
        return cls(**{**told, **days})


class CommonDescription(MaybeLocal, ClusterableModel):
    """A kind of help that the law knows, described once for all offers of it; a municipality may write its own."""

    name = models.CharField(_("name"), max_length=80, help_text=_("What the help is called, such as: home support."))
    words = models.TextField(
        _("words people use for it"), blank=True, help_text=_("One a line. The search finds the offers by them.")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("municipality", widget=Select),
        InlinePanel("lines", heading=_("Lines"), label=_("line"), min_num=1),
        FieldPanel("words"),
    ]

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("common description")
        verbose_name_plural = _("common descriptions")
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(municipality=None), name="one_common_description_of_this_name"
            ),
            models.UniqueConstraint(
                fields=["name", "municipality"], name="one_description_of_this_name_in_a_municipality"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def word_lines(self) -> list[str]:
        """The words that people use for it."""
        return lines(self.words)

    @property
    def newest(self) -> "DescriptionEdition | None":
        """Its last edition, checked or not; None before it was saved with a line."""
        return max(self.editions.all(), key=lambda edition: edition.number, default=None)

    @property
    def to_take(self) -> "DescriptionEdition | None":
        """The edition that an offer takes now: the last that somebody has checked, or else the last."""
        checked = (edition for edition in self.editions.all() if edition.checked_on)
        return max(checked, key=lambda edition: edition.number, default=self.newest)


class DescriptionLine(models.Model):
    """A line as editors write it."""

    description = ParentalKey(CommonDescription, on_delete=models.CASCADE, related_name="lines")
    part = models.CharField(_("tells"), max_length=7, choices=DescriptionPart, default=DescriptionPart.RIGHT)
    text = models.CharField(_("words"), max_length=160, help_text=_("One short sentence, to the reader."))
    url = models.CharField(
        _("address of its paragraph"),
        max_length=300,
        validators=[validate_web_address],
        help_text=_("Where it is read."),
    )
    read_on = models.DateField(_("checked on"), help_text=_("The day on which somebody read it there."))
    valid_to = models.DateField(
        _("last day"), help_text=_("After it the line is hidden, until somebody has read the paragraph again.")
    )
    sort_order = models.PositiveIntegerField(default=0, editable=False)

    sort_order_field = "sort_order"
    panels = [
        FieldPanel("part"),
        FieldPanel("text"),
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("read_on"), FieldPanel("valid_to")]),
    ]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("line of a description")
        verbose_name_plural = _("lines of descriptions")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.read_on and self.read_on > timezone.localdate():
            raise ValidationError({"read_on": _("That day has not come yet.")})
        if self.read_on and self.valid_to and self.valid_to < self.read_on:
            raise ValidationError({"valid_to": _("The last day is before the first.")})

    def as_line(self) -> LawLine:
        """The line as an edition holds it."""
        return LawLine(self.part, self.text, self.url, self.read_on, self.valid_to)


class DescriptionEdition(models.Model):
    """A text of a description, as it was once saved. Citizens read it when somebody has checked it and an offer has taken it."""

    description = ParentalKey(CommonDescription, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField(_("number"))
    #: Each as `LawLine.as_json`.
    lines = models.JSONField(_("lines"), default=list)
    made_on = models.DateField(_("made on"), default=timezone.localdate)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )

    class Meta:
        ordering = ["description", "number"]
        verbose_name = _("edition of a description")
        verbose_name_plural = _("editions of descriptions")
        constraints = [
            models.UniqueConstraint(fields=["description", "number"], name="one_edition_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.description} {self.number}"

    @property
    def law_lines(self) -> tuple[LawLine, ...]:
        """Its lines, those that are past their last day among them."""
        return tuple(LawLine.of(told) for told in self.lines)
