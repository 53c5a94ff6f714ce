"""Is it something for me? One line, for whom, and what an ordinary day is like."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from directory.facets.ages import OLDEST
from directory.text import lines


class WhoFacts(models.Model):
    """What the offer is, and for whom."""

    teaser = models.CharField(
        _("one line"), max_length=120, help_text=_("What it is, in at most 120 characters. Shown in lists.")
    )
    body = RichTextField(_("about the offer"), blank=True, features=["bold", "italic", "ul", "ol", "link"])
    easy_read = models.TextField(_("easy to read"), blank=True, help_text=_("At most six short sentences."))
    for_you = models.TextField(_("it is for you who …"), blank=True, help_text=_("One reason a line."))
    not_for_you = models.TextField(_("it is not for you who …"), blank=True, help_text=_("One reason a line."))
    ordinary_day = models.TextField(_("an ordinary day"), blank=True, help_text=_("What one does there."))
    age_min = models.PositiveSmallIntegerField(
        _("age from"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(OLDEST)],
        help_text=_("0 when all ages may come."),
    )
    age_max = models.PositiveSmallIntegerField(
        _("age to"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )

    class Meta:
        abstract = True

    @property
    def age_known(self) -> bool:
        """Whether an age limit, or that there is none, has been stated."""
        return self.age_min is not None or self.age_max is not None

    @property
    def for_you_lines(self) -> list[str]:
        """The reasons why it may be something for me."""
        return lines(self.for_you)

    @property
    def not_for_you_lines(self) -> list[str]:
        """The reasons why it may not be."""
        return lines(self.not_for_you)
