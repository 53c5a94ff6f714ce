"""Importing in the admin, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UploadingConfig(AppConfig):
    """Goes on with imports that were begun, with all else that comes round by the clock."""

    name = "directory.uploading"
    verbose_name = _("Importing spreadsheets")

    def ready(self) -> None:
        from directory import duties
        from directory.uploading.work import go_on

        # In every round: an import waits for nobody but the worker.
        duties.take_on(duties.Duty("imports", timedelta(0), go_on))
