"""Practical facts: price, languages, in what form the offer is given."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.answers import answer_field
from directory.text import lines


class PracticalFacts(models.Model):
    """What it costs and how it is given."""

    free = answer_field(_("free of charge"))
    price_note = models.CharField(
        _("price"), max_length=200, blank=True, help_text=_("Say 0 kr. aloud where it is free.")
    )
    schedule_text = models.CharField(_("times as told"), max_length=200, blank=True)
    at_place = models.BooleanField(_("at a place"), default=False)
    online = models.BooleanField(_("online"), default=False)
    by_phone = models.BooleanField(_("by telephone"), default=False)
    comes_to_you = models.BooleanField(_("comes to you"), default=False)
    outreach_area = models.CharField(
        _("where they come out to"), max_length=200, blank=True, help_text=_("Such as: the whole town, and care homes.")
    )
    outreach_stops = models.TextField(
        _("stops on the way"), blank=True, help_text=_("One stop a line: where, weekday and hour.")
    )
    shared_meals = answer_field(_("one can eat together with others"))
    toilet = answer_field(_("toilet"))
    shower_laundry = answer_field(_("bath and laundry"))
    screen_help = answer_field(_("help with screen, print and telephone, free of charge"))
    childcare = answer_field(_("children may come along"))
    transport_help = models.CharField(_("help with transport"), max_length=200, blank=True)
    access_note = models.TextField(_("more about getting in"), blank=True, help_text=_("One fact a line."))

    class Meta:
        abstract = True

    @property
    def outreach_lines(self) -> list[str]:
        """The stops as a list."""
        return lines(self.outreach_stops)
