"""Asking the places, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewingConfig(AppConfig):
    """Asks when it is due, with all else that comes round by the clock."""

    name = "directory.reviewing"
    verbose_name = _("Asking the places")

    def ready(self) -> None:
        from directory import duties
        from directory.reviewing.round import ask_when_due

        # Every hour, since nobody is written to before the morning.
        duties.take_on(duties.Duty("review", timedelta(hours=1), ask_when_due))
