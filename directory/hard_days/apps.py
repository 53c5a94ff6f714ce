"""Hard days, as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HardDaysConfig(AppConfig):
    """Leads the front page, the search and I dag while a mode lasts."""

    name = "directory.hard_days"
    verbose_name = _("Hard days")

    def ready(self) -> None:
        from directory.hard_days.page import leading
        from directory.sites import spots

        spots.fill(spots.LEAD, "directory/hard_days/_lead.html", leading)
