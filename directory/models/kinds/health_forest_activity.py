"""An activity in the health forest (Sundhedsskoven): out of doors, in all weathers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.offer import OfferPage
from directory.panels.needed import MEETING_POINT


class HealthForestActivityPage(OfferPage):
    """Something one does together in nature."""

    kind = "health_forest_activity"
    page_description = _("Something one does together in nature, from a meeting point.")
    own_heading = _("Out in nature")
    needed = (MEETING_POINT,)
    gathers = True
    search_text = (
        "meeting_point",
        "trail",
        "equipment",
    )

    meeting_point = models.CharField(_("meeting point"), max_length=200, blank=True)
    trail = models.CharField(_("trail"), max_length=200, blank=True, help_text=_("Length, surface, slope, benches."))
    equipment = models.CharField(_("clothes and things to bring"), max_length=200, blank=True)
    rain = models.CharField(_("if it rains"), max_length=200, blank=True)
    leader_role = models.CharField(_("who leads"), max_length=120, blank=True, help_text=_("A function, not a name."))

    class Meta:
        verbose_name = _("activity in nature")
        verbose_name_plural = _("activities in nature")
