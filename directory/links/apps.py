"""Checking links, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    """Checks a few links at a time, with all else that comes round by the clock."""

    name = "directory.links"
    verbose_name = _("Checking links")

    def ready(self) -> None:
        from directory import duties
        from directory.links.rounds import check_when_wanted

        duties.take_on(duties.Duty("links", timedelta(minutes=10), check_when_wanted))
