"""Reporting, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportingConfig(AppConfig):
    """Writes to editors once a month, with all else that comes round by the clock."""

    name = "directory.reporting"
    verbose_name = _("Reports")

    def ready(self) -> None:
        from directory import duties
        from directory.reporting.monthly import write_to_editors_when_due

        duties.take_on(duties.Duty("monthly report", timedelta(hours=6), write_to_editors_when_due))
