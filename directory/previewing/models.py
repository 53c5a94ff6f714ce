"""What is kept of a link to a draft."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import OfferPage


class PreviewLink(models.Model):
    """A secret by which the draft of one offer can be looked at, and nothing else. Only its fingerprint is kept."""

    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))
    digest = models.CharField(max_length=64, unique=True)
    #: The last day on which it shows anything.
    expires_on = models.DateField(_("works until"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")

    def __str__(self) -> str:
        return str(self.offer)
