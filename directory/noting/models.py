"""What editors write down: on an offer, of an offer, and of the listing of offers."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import MunicipalityPage, OfferPage


class Note(models.Model):
    """What somebody wants to be remembered of an offer. For those who may change it, never for the public."""

    #: Nobody counts it among the uses of an offer.
    wagtail_reference_index_ignore = True

    #: Letters that a note may have: more belongs into the offer itself.
    MAX_TEXT = 2000

    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))
    text = models.TextField(_("note"), max_length=MAX_TEXT)
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("written by")
    )

    class Meta:
        ordering = ["-written_at", "-pk"]
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self) -> str:
        return str(self.offer)


class Label(models.Model):
    """A word that editors find an offer by. A municipality's words are those that stand on its offers: nobody keeps a list."""

    #: Nobody counts it among the uses of an offer.
    wagtail_reference_index_ignore = True

    #: Letters that a word may have.
    MAX_NAME = 40

    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))
    name = models.CharField(_("label"), max_length=MAX_NAME)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["offer", "name"], name="a_label_once_on_an_offer")]
        verbose_name = _("label")
        verbose_name_plural = _("labels")

    def __str__(self) -> str:
        return self.name


class Watch(models.Model):
    """Somebody wants to be told when an offer changes: on the admin's first page, and once a day by mail."""

    #: Nobody counts it among the uses of an offer.
    wagtail_reference_index_ignore = True

    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    #: What happened until then was seen on the first page.
    seen_at = models.DateTimeField(_("seen"), default=timezone.now)
    #: What happened until then was told by mail.
    told_at = models.DateTimeField(_("told by mail"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["offer", "user"], name="an_offer_watched_once_by_a_person")]
        verbose_name = _("watched offer")
        verbose_name_plural = _("watched offers")

    def __str__(self) -> str:
        return str(self.offer)


class SavedView(models.Model):
    """The listing of offers as somebody has searched, filtered and sorted it, under a name: one's own, or a municipality's."""

    #: Letters of the part of the address behind the question mark.
    MAX_QUERY = 2000

    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=MAX_QUERY)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("saved by"))
    municipality = models.ForeignKey(
        MunicipalityPage,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for all who work in"),
        help_text=_("Leave it empty to keep the view for yourself."),
    )

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")

    def __str__(self) -> str:
        return self.name
