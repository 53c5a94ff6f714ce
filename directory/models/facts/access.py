"""The way in: for the citizen, and for the professional who refers."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.answers import Access, Ladder, State, answer_field

#: Free places that were told longer ago than this are not known any more.
BELIEVED_FOR = timedelta(days=30)


class AccessFacts(models.Model):
    """How one gets in, and whether there is room."""

    access = answer_field(_("how one gets in"), choices=Access)
    access_plain = models.TextField(
        _("how you get in, in plain words"),
        blank=True,
        help_text=_("Who decides, how to ask, and that asking is free."),
    )
    registration = models.CharField(_("sign-up"), max_length=300, blank=True)
    referral_how = models.TextField(_("how a professional refers"), blank=True)
    professional_contact = models.CharField(
        _("direct contact for professionals"),
        max_length=200,
        blank=True,
        help_text=_("A function, not a person's name."),
    )
    takes_referrals = models.BooleanField(
        _("takes hand-overs through this site"),
        default=False,
        help_text=_(
            "Professionals who are signed in can then hand a citizen's wish over by a form. The place answers by a link in a mail "
            "to the address above. Ask the place first. The form is there while the listing was confirmed within 90 days."
        ),
    )
    legal_basis = models.CharField(_("paragraph of the law"), max_length=120, blank=True)
    intervention_level = answer_field(_("step of the ladder"), choices=Ladder)
    state = models.CharField(_("can one join now"), max_length=8, choices=State, default=State.OPEN)
    state_note = models.CharField(
        _("note on that"), max_length=200, blank=True, help_text=_("Such as: closed in weeks 29–31.")
    )
    waiting_time = models.CharField(_("waiting time"), max_length=100, blank=True)
    free_places = models.PositiveSmallIntegerField(_("free places"), null=True, blank=True)
    capacity_on = models.DateField(_("places and waiting time told on"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def places_are_fresh(self) -> bool:
        """Whether the number of free places was told lately enough to be believed."""
        return self.capacity_on is not None and timezone.localdate() - self.capacity_on <= BELIEVED_FOR
