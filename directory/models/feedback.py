"""What visitors tell about an offer, or about what they looked for. It says nothing of who told it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FeedbackKind(models.TextChoices):
    """What somebody wanted to say."""

    USEFUL = "useful", _("Could use the page")
    USELESS = "useless", _("Could not use the page")
    WRONG = "wrong", _("Something is wrong")
    MISSING = "missing", _("Looked for something and did not find it")


class Feedback(models.Model):
    """Something told. Not even the hour is kept, which could be laid beside a log."""

    #: The offer, or the front page of the site on which somebody looked: who may edit it may read this.
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="feedback", verbose_name=_("about"))
    what = models.CharField(_("what"), max_length=8, choices=FeedbackKind)
    text = models.TextField(_("text"), blank=True)
    day = models.DateField(_("told on"), default=timezone.localdate)
    handled_on = models.DateField(_("dealt with on"), null=True, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["handled_on", "day"])]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback from visitors")
