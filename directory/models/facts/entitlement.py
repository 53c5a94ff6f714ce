"""What the law gives where an offer is of a kind that it knows, and by which rule the offer is listed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntitlementFacts(models.Model):
    """The common description that the offer has taken, and the rule that let it in."""

    common_description = models.ForeignKey(
        "directory.CommonDescription",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("common description"),
        help_text=_(
            "For help that the law knows. Citizens see it when somebody has checked it; write here only your own."
        ),
    )
    #: Which edition of it. 0 where it has taken none.
    description_edition = models.PositiveSmallIntegerField(default=0, editable=False)
    listing_rule = models.ForeignKey(
        "directory.ListingRule",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("listed by the rule"),
        help_text=_("The rule of who may be listed that let the offer in."),
    )

    class Meta:
        abstract = True

    def take_description(self) -> None:
        """Take the edition of the description that offers take now."""
        edition = self.common_description.to_take if self.common_description else None
        self.description_edition = edition.number if edition else 0
