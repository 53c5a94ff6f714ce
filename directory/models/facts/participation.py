"""A say and a task: who decides, what one can help with, and where that may lead."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.answers import Decides, answer_field


class ParticipationFacts(models.Model):
    """What those who come decide and do themselves."""

    who_decides = answer_field(_("who decides what is done"), choices=Decides)
    can_help = answer_field(_("those who come can help out"))
    tasks = models.CharField(_("what one can help with"), max_length=200, blank=True)
    practise = models.CharField(
        _("what one can practise, and where it may lead"),
        max_length=200,
        blank=True,
        help_text=_("Such as: to cook for many. It can lead to a job with support."),
    )

    class Meta:
        abstract = True
