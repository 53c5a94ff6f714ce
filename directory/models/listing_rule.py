"""Who may be listed: rules in plain words that anybody can read, and that a refusal and a listing name."""

from django.db import models
from django.forms import Select
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.models.local import MaybeLocal


class ListingRuleQuerySet(models.QuerySet):
    """The verbs of reading rules."""

    def of(self, municipality: int | None) -> "ListingRuleQuerySet":
        """The rules of a municipality: its own, or the common ones where it has none; the common ones for None."""
        own = self.model._default_manager.filter(municipality=municipality)
        in_common = models.Q(municipality=None) & ~models.Exists(own)
        return self.filter(models.Q(municipality=municipality) | in_common)


class ListingRule(MaybeLocal):
    """One rule, by its number."""

    number = models.PositiveSmallIntegerField(_("number"))
    text = models.CharField(_("rule"), max_length=240, help_text=_("In plain words, to whoever wants to be listed."))
    text_en = models.CharField(_("rule in English"), max_length=240, blank=True)

    objects = ListingRuleQuerySet.as_manager()

    panels = [
        FieldPanel("number"),
        FieldPanel("text"),
        FieldPanel("text_en"),
        FieldPanel("municipality", widget=Select),
    ]

    class Meta:
        ordering = ["number", "pk"]
        verbose_name = _("rule of who may be listed")
        verbose_name_plural = _("rules of who may be listed")
        constraints = [
            models.UniqueConstraint(
                fields=["number"], condition=models.Q(municipality=None), name="one_common_rule_of_a_number"
            ),
            models.UniqueConstraint(fields=["number", "municipality"], name="one_rule_of_a_number_in_a_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    @property
    def is_in_language(self) -> bool:
        """Whether it is told in the language of the page."""
        return get_language() != "en" or bool(self.text_en)

    @property
    def words(self) -> str:
        """The rule in the language of the page, where somebody has written it."""
        return self.text_en if self.text_en and get_language() == "en" else self.text
