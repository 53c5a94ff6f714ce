"""What editors write down, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotingConfig(AppConfig):
    """Writes once a day to those who watch offers that have changed."""

    name = "directory.noting"
    verbose_name = _("Notes of editors")

    def ready(self) -> None:
        from directory import duties
        from directory.noting.letters import write_to_watchers_when_due

        duties.take_on(duties.Duty("watched offers", timedelta(hours=1), write_to_watchers_when_due))
