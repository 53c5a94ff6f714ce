"""Advice, guidance and health offers: counselling, smoking cessation, health talks, outreach, treatment."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.offer import OfferPage
from directory.panels.needed import CONTACT
from directory.text import lines


class GuidancePage(OfferPage):
    """Help from somebody who knows about it."""

    kind = "guidance"
    with_others = False
    page_description = _("Advice, talks or treatment from somebody who knows about it.")
    own_heading = _("How it goes")
    needed = (CONTACT,)
    search_text = (
        "procedure",
        "leads_to",
    )

    procedure = models.TextField(_("step by step"), blank=True, help_text=_("One step a line."))
    leads_to = models.CharField(_("what it can lead to"), max_length=200, blank=True)
    follow_up = models.CharField(_("who follows up, and when"), max_length=200, blank=True)
    prepare = models.CharField(_("how to prepare"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("advice or health offer")
        verbose_name_plural = _("advice and health offers")

    @property
    def own_lines(self) -> list[str]:
        """What the kind's block lists."""
        return self.procedure_lines

    @property
    def procedure_lines(self) -> list[str]:
        """The procedure, step by step."""
        return lines(self.procedure)
