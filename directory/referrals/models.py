"""What is kept of a hand-over: where it stands, the citizen's words under a key, what happened, its mails and its links."""

import secrets
from datetime import date
from typing import Any

from django.conf import settings
from django.core.validators import validate_email
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.cpr import validate_no_cpr
from directory.models import MunicipalityPage, OfferPage
from directory.referrals.states import ENDS, FORGOTTEN_AT_ONCE, OPEN_STATES, Actor, DeclineReason, ReferralState

#: No vowels and no digits: no word and no number comes out of it.
_LETTERS = "bcdfghjkmnpqrstvwxz"
_LENGTH = 8


def drawn_reference() -> str:
    """A reference by which both sides speak of a hand-over; it says nothing about anybody."""
    drawn = "".join(secrets.choice(_LETTERS) for _place in range(_LENGTH))
    return f"{drawn[:4]}-{drawn[4:]}"


class Referral(models.Model):
    """A citizen's wish that a support worker hands over to an offer. It is changed by `moving.move` alone."""

    #: Nobody counts it among the uses of an offer.
    wagtail_reference_index_ignore = True

    #: Where the listing is made one with another, the place goes on with what it was asked.
    FOLLOWS_MERGE = ("offer",)

    reference = models.CharField(_("reference"), max_length=9, unique=True, default=drawn_reference, editable=False)
    offer = models.ForeignKey(
        OfferPage, models.SET_NULL, null=True, related_name="referrals", verbose_name=_("offer"), editable=False
    )
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("sender"), editable=False
    )
    #: On whose site it was sent; None on the portal.
    municipality = models.ForeignKey(
        MunicipalityPage, models.SET_NULL, null=True, related_name="+", verbose_name=_("municipality"), editable=False
    )
    #: The one address to which the place is written; empty when the words are gone.
    recipient = models.CharField(_("asked"), max_length=254, blank=True, validators=[validate_email], editable=False)
    #: What the citizen is called, how they are reached, their wish, and the sender's contact: sealed.
    words = models.TextField(_("words"), blank=True, editable=False)
    #: The place's line to the sender: sealed.
    line = models.TextField(_("line of the place"), blank=True, editable=False)
    companion = models.BooleanField(_("somebody to go with is wanted"), default=False, editable=False)
    state = models.CharField(
        _("state"), max_length=11, choices=ReferralState, default=ReferralState.SENT, editable=False
    )
    reason = models.CharField(_("reason"), max_length=11, choices=DeclineReason, blank=True, editable=False)
    changed_by = models.CharField(_("changed by"), max_length=6, choices=Actor, default=Actor.WORKER, editable=False)
    sent_on = models.DateField(_("sent on"), default=timezone.localdate, editable=False)
    answered_on = models.DateField(_("answered on"), null=True, editable=False)
    closed_on = models.DateField(_("ended on"), null=True, editable=False)
    #: The day on which the place last asked for a new link.
    link_asked_on = models.DateField(_("new link asked for on"), null=True, editable=False)

    class Meta:
        ordering = ["-sent_on", "-pk"]
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        # Who hands over may add; nobody changes or deletes one by hand, and administrators see states, not words.
        default_permissions = ("add", "view")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=OPEN_STATES, closed_on=None)
                | models.Q(state__in=ENDS, closed_on__isnull=False),
                name="an_ended_hand_over_has_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=FORGOTTEN_AT_ONCE) | models.Q(words="", line=""),
                name="no_words_of_what_was_taken_back",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        """Whether it can still become something."""
        return self.state in OPEN_STATES


class _AppendOnly(models.QuerySet):
    """Rows are added and, by `forget_before`, deleted when they are old enough; none is ever written over."""

    def update(self, **kwargs: Any) -> int:
        raise TypeError("What happened is not written over.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("What happened is deleted by forget_before alone.")

    def forget_before(self, day: date) -> int:
        """Delete what happened before a day; how many rows it was."""
        return super().filter(at__date__lt=day)._raw_delete(self.db)


class ReferralEvent(models.Model):
    """Something that happened with a hand-over, by its reference: who it was by role, and what. Never what was written."""

    #: Beside the states: the words were read.
    READ = "read"

    reference = models.CharField(_("reference"), max_length=9, db_index=True, editable=False)
    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    actor = models.CharField(_("who"), max_length=6, choices=Actor, editable=False)
    #: The key of a member of staff's account; None for the place and the clock.
    account = models.PositiveBigIntegerField(_("account"), null=True, editable=False)
    what = models.CharField(_("what"), max_length=11, editable=False)

    objects = _AppendOnly.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("event of a hand-over")
        verbose_name_plural = _("events of hand-overs")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.reference} {self.what}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("What happened is not written over.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("What happened is deleted by forget_before alone.")


class ReferralMail(models.Model):
    """A mail about a hand-over that went out, or that its address did not take. There is one of each kind and turn."""

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="mails")
    kind = models.CharField(_("which"), max_length=16, editable=False)
    #: Of a new link: the day on which it was asked for, as a number. Of any other mail 0.
    turn = models.PositiveIntegerField(default=0, editable=False)
    written_on = models.DateField(_("written on"), editable=False)
    refused = models.CharField(_("refused"), max_length=60, blank=True, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("mail about a hand-over")
        verbose_name_plural = _("mails about hand-overs")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["referral", "kind", "turn"], name="one_mail_of_a_kind_about_a_hand_over")
        ]


class ReferralLink(models.Model):
    """A secret by which a place answers one hand-over, and nothing else. Only its fingerprint is kept."""

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    expires_on = models.DateField(_("valid to"), editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("link to answer a hand-over")
        verbose_name_plural = _("links to answer hand-overs")
        default_permissions = ()


class NamedList(models.Model):
    """Offers that a member of staff has put together under a name, for the own use or for colleagues of the municipality."""

    #: Nobody counts it among the uses of an offer.
    wagtail_reference_index_ignore = True

    name = models.CharField(_("name"), max_length=80, validators=[validate_no_cpr])
    #: Keys of offers, in their order.
    keys = models.JSONField(_("offers"), default=list)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("made by"))
    #: Whose people see it where it is shared; None for those who may hand over everywhere.
    municipality = models.ForeignKey(
        MunicipalityPage, models.CASCADE, null=True, related_name="+", verbose_name=_("municipality")
    )
    is_shared = models.BooleanField(_("colleagues see it"), default=False)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("list of offers")
        verbose_name_plural = _("lists of offers")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
