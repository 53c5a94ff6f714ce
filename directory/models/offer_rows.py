"""What an offer tells in rows: for whom it is, the steps of a first visit, the ways to other offers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from directory.answers import Level
from directory.models.offer import OfferPage
from directory.panels.terms import TermSelect


class OfferAudience(models.Model):
    """For whom: everybody, or mostly or only a target group."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="audiences")
    level = models.CharField(_("how much for them"), max_length=8, choices=Level, default=Level.MAINLY)
    target_group = models.ForeignKey(
        "directory.TargetGroup",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="audiences",
        verbose_name=_("target group"),
        help_text=_("Empty when it is for everybody."),
    )

    panels = ["level", FieldPanel("target_group", widget=TermSelect)]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("for whom")
        constraints = [
            models.CheckConstraint(
                name="open_has_no_group_others_have_one",
                condition=models.Q(level="open", target_group=None)
                | ~models.Q(level="open") & models.Q(target_group__isnull=False),
                violation_error_message=_("“For everybody” has no target group; “mostly for” and “only for” need one."),
            ),
            models.UniqueConstraint(fields=["offer", "target_group"], name="one_level_per_target_group"),
        ]


class FirstVisitStep(models.Model):
    """One step of the first visit: at the door, who meets me, the first ten minutes, when I want to leave."""

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="first_visit_steps")
    text = models.CharField(_("what happens"), max_length=140)
    picture = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    picture_alt = models.CharField(
        _("what the picture shows"), max_length=200, blank=True, help_text=_("For people who do not see it.")
    )
    sort_order = models.PositiveIntegerField(default=0, editable=False)

    sort_order_field = "sort_order"
    panels = ["text", "picture", "picture_alt"]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("step of the first visit")


class OfferLink(models.Model):
    """From one offer to an easier one, or to a next step."""

    class Direction(models.TextChoices):
        """Which way on the ladder."""

        EASIER = "easier", _("if this is too much right now")
        NEXT = "next", _("a next step")

    offer = ParentalKey(OfferPage, on_delete=models.CASCADE, related_name="links")
    direction = models.CharField(_("which way"), max_length=6, choices=Direction)
    to = models.ForeignKey(OfferPage, models.CASCADE, related_name="+", verbose_name=_("offer"))

    panels = ["direction", "to"]

    class Meta:
        ordering = ["direction", "pk"]
        verbose_name = _("way to another offer")
