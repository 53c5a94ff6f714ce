"""What is kept of asking the places: who may be asked, what was asked, by which links it is answered, which letters went out."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import ListingRule, MunicipalityPage, OfferPage


class ReviewPlan(models.Model):
    """Whether a municipality's places are asked, and in whose name. Nobody is before somebody says so."""

    #: None for what belongs to no municipality.
    municipality = models.OneToOneField(
        MunicipalityPage,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="review_plan",
        verbose_name=_("municipality"),
        help_text=_("Empty: offers of the whole country."),
    )
    is_on = models.BooleanField(
        _("send the letters"), default=False, help_text=_("Look at what would be sent before you switch it on.")
    )
    sender = models.CharField(
        _("who asks"), max_length=120, help_text=_("The office, such as: Vejle Kommune, Center for Psykisk Sundhed.")
    )
    reply_to = models.EmailField(_("mail address for answers"), help_text=_("An address that somebody reads."))

    class Meta:
        ordering = ["municipality__title"]
        verbose_name = _("letters to the places")
        verbose_name_plural = _("letters to the places")

    def __str__(self) -> str:
        return self.municipality.title if self.municipality else str(_("The whole country"))


class PlaceAnswer(models.TextChoices):
    """The three answers that a letter offers to a place."""

    RIGHT = "right", _("All is right")
    CHANGED = "changed", _("Something has to be changed")
    GONE = "gone", _("It does not exist any more")


class ReviewQuestion(models.Model):
    """Whether an offer's listing is still right, asked of its place. It is open until somebody has said so."""

    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="questions", verbose_name=_("offer"))
    recipient = models.EmailField(_("asked"))
    asked_on = models.DateField(_("asked on"))
    letters = models.PositiveSmallIntegerField(_("letters"), default=0)
    last_letter_on = models.DateField(_("last letter on"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=8, choices=PlaceAnswer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        verbose_name = _("question to a place")
        verbose_name_plural = _("questions to places")
        constraints = [
            models.UniqueConstraint(
                fields=["offer"], condition=models.Q(closed_on=None), name="one_open_question_for_an_offer"
            )
        ]

    def __str__(self) -> str:
        return self.offer.title

    def close(self, answer: str) -> None:
        """Write down what was answered today."""
        self.answer, self.answered_on, self.closed_on = answer, timezone.localdate(), timezone.localdate()
        self.save(update_fields=["answer", "answered_on", "closed_on"])


class Proposal(models.Model):
    """What a place wants to be changed. It is published field by field, by an editor, or not at all."""

    offer = models.ForeignKey(OfferPage, models.CASCADE, related_name="proposals", verbose_name=_("offer"))
    question = models.OneToOneField(ReviewQuestion, models.CASCADE, related_name="proposal")
    #: By field: what stood there, and what is proposed.
    changes = models.JSONField(_("changes"), default=dict)
    note = models.TextField(_("something else"), blank=True)
    proposed_on = models.DateField(_("proposed on"), default=timezone.localdate)
    accepted = models.JSONField(_("accepted"), default=list)
    reason = models.TextField(_("why something was not taken"), blank=True)
    rule = models.ForeignKey(
        ListingRule, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("refused by the rule")
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )

    class Meta:
        ordering = ["decided_on", "proposed_on", "pk"]
        verbose_name = _("proposal of a place")
        verbose_name_plural = _("proposals of places")

    def __str__(self) -> str:
        return self.offer.title


class AnswerLink(models.Model):
    """A secret by which one question can be answered, and nothing else. Only its fingerprint is kept."""

    question = models.ForeignKey(ReviewQuestion, models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    expires_on = models.DateField(_("valid to"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("link for an answer")
        verbose_name_plural = _("links for answers")


class Letter(models.Model):
    """A mail that went to somebody on a day: there is one, however many offers it is about."""

    recipient = models.EmailField(_("to"))
    written_on = models.DateField(_("written on"))
    #: What the mail server said where it did not take the letter.
    refused = models.CharField(_("refused"), max_length=60, blank=True)

    class Meta:
        ordering = ["-written_on", "recipient"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [models.UniqueConstraint(fields=["recipient", "written_on"], name="one_letter_a_day")]

    @property
    def lasting_name(self) -> str:
        """A name for the letter, which tells nobody to whom it went."""
        return f"{self.written_on:%Y%m%d}.{recipient_key(self.recipient)}"


def recipient_key(recipient: str) -> str:
    """A short name for a recipient, which tells nobody who it is."""
    return hashlib.sha256(recipient.casefold().encode()).hexdigest()[:16]


class Declined(models.Model):
    """An address whose owner wants no such letters."""

    recipient = models.EmailField(_("mail address"), unique=True)
    since = models.DateField(_("since"), default=timezone.localdate)

    class Meta:
        ordering = ["recipient"]
        verbose_name = _("address without letters")
        verbose_name_plural = _("addresses without letters")
