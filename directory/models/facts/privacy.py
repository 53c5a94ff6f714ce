"""Who gets to know? Anonymity, notes, and topics that need a quiet page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.answers import Anonymity, answer_field


class PrivacyFacts(models.Model):
    """What is written down about whom."""

    anonymous = answer_field(_("can one be anonymous"), choices=Anonymity)
    cpr_needed = answer_field(_("asks for a civil registration number"))
    who_knows = models.TextField(
        _("who gets to know"), blank=True, help_text=_("In plain words: notes, journal, duty to report.")
    )
    complaint_contact = models.CharField(_("where to complain"), max_length=200, blank=True)
    sensitive = models.BooleanField(
        _("sensitive topic"),
        default=False,
        help_text=_("Violence, abuse, suicide and the like: the page gets a neutral title and a quick exit."),
    )

    class Meta:
        abstract = True
