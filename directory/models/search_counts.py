"""What people look for, counted without people: sums per week, and words only when several days have seen them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchCount(models.Model):
    """How often something happened in searches on a day: a filter used, a relaxation, a search without a hit."""

    day = models.DateField(_("day"))
    municipality = models.SlugField(_("municipality"), max_length=60, blank=True)
    what = models.CharField(_("what"), max_length=20)  # "filter", "relaxed", "nothing", "search"
    value = models.CharField(_("value"), max_length=80, blank=True)
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        ordering = ["-day", "what", "value"]
        constraints = [models.UniqueConstraint(fields=["day", "municipality", "what", "value"], name="one_count_a_day")]
        verbose_name = _("count of searches")


class SearchTerm(models.Model):
    """A text that was searched for. Until it has been seen often enough, only a keyed fingerprint of it is kept."""

    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    text = models.CharField(_("text"), max_length=80, blank=True)
    seen = models.PositiveIntegerField(_("seen"), default=0)
    days = models.PositiveSmallIntegerField(_("on days"), default=0)
    last_day = models.DateField(_("last on"), null=True)
    nothing = models.PositiveIntegerField(_("found nothing"), default=0)
    handled = models.BooleanField(_("dealt with"), default=False)

    class Meta:
        ordering = ["-nothing", "-seen"]
        verbose_name = _("text searched for")
        verbose_name_plural = _("texts searched for")
