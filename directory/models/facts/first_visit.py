"""The first visit: who meets me, someone to go with, and what to say when calling is hard."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.answers import Companion, answer_field

#: With fewer steps the first visit leaves open what one is afraid of.
MIN_STEPS = 3


class FirstVisitFacts(models.Model):
    """What takes the fear of the door."""

    first_visit_note = models.TextField(_("the first time, in short"), blank=True)
    host_role = models.CharField(
        _("who meets newcomers"), max_length=120, blank=True, help_text=_("A function, such as: the host.")
    )
    host_lived_experience = answer_field(_("the host has lived experience"))
    host_hours = models.CharField(_("when the host is there"), max_length=120, blank=True)
    host_picture = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture of the host"),
        help_text=_("Only with the host's consent. It is taken away by itself on the day on which the consent ends."),
    )
    host_picture_alt = models.CharField(
        _("what the host's picture shows"), max_length=200, blank=True, help_text=_("For people who do not see it.")
    )
    host_picture_until = models.DateField(_("the host's consent ends on"), null=True, blank=True)
    companion = answer_field(_("someone to go with the first time"), choices=Companion)
    companion_how = models.CharField(_("how to ask for company"), max_length=200, blank=True)
    companion_from = models.CharField(
        _("from where they go with you, and how"),
        max_length=120,
        blank=True,
        help_text=_("Such as: from your own door, on foot or by bus."),
    )
    companion_time = models.CharField(
        _("for how long they go with you"), max_length=120, blank=True, help_text=_("Such as: the first three times.")
    )
    companion_to_doctor = answer_field(_("someone to go with to doctor and hospital"))
    bring_someone = answer_field(_("may bring someone"))
    call_script = models.CharField(_("what to say when you call"), max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def shown_steps(self) -> list:
        """The steps of the first visit; none while they are too few to tell what happens."""
        steps = list(self.first_visit_steps.all())
        return steps if len(steps) >= MIN_STEPS else []

    @property
    def has_too_few_steps(self) -> bool:
        """Whether some steps are written that no page shows yet."""
        return bool(self.first_visit_steps.all()) and not self.shown_steps

    @property
    def shown_host_picture(self):
        """The host's picture, while the host consents to it; None from the day on which that ends."""
        until = self.host_picture_until
        return self.host_picture if until is not None and timezone.localdate() < until else None
