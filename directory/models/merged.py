"""What is remembered of listings that somebody compared: those that were one offer, and those that are two."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models.offer import OfferPage


class FormerId(models.Model):
    """What a listing was known by that was merged into another: an import that names it means the other, and makes nothing."""

    external_id = models.CharField(_("id in the source"), max_length=160, unique=True)
    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="former_ids", verbose_name=_("offer"))
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        ordering = ["external_id"]
        verbose_name = _("former id of an offer")
        verbose_name_plural = _("former ids of offers")

    def __str__(self) -> str:
        return self.external_id


class ToldApart(models.Model):
    """Two listings that look like one, and of which somebody has said that they are two."""

    one = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))
    other = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("another offer"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("two different offers")
        verbose_name_plural = _("pairs of different offers")
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="told_apart_once")]
