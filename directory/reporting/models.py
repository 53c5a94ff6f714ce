"""What is kept of reports: what is not relevant for an offer, and who wants the figures by mail."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models import OfferPage


class NotRelevant(models.Model):
    """Something that would make it easier to come, but has no meaning for an offer: it counts neither way."""

    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="not_relevant", verbose_name=_("offer"))
    #: The lasting name of an `Easier`.
    thing = models.CharField(_("what"), max_length=20)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("thing that is not relevant")
        verbose_name_plural = _("things that are not relevant")
        constraints = [models.UniqueConstraint(fields=["offer", "thing"], name="not_relevant_once")]


class MonthlyReport(models.Model):
    """Somebody who wants the figures of the own offers by mail, on the first days of each month."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    #: The first day of the last month for which a mail went out, or in which it was asked for.
    month = models.DateField(_("last month"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("monthly report")
        verbose_name_plural = _("monthly reports")
