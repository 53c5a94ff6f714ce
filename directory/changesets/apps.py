"""Changes together, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChangesetsConfig(AppConfig):
    """Lets sets of changes go live at their time, with all else that comes round by the clock, and follow merged terms."""

    name = "directory.changesets"
    verbose_name = _("Changes together")

    def ready(self) -> None:
        from directory import duties
        from directory.changesets.terms import rename_in_sets
        from directory.changesets.work import do_sets
        from directory.taxonomy.merging import merged

        merged.connect(rename_in_sets, dispatch_uid="directory.changesets.terms")

        # In every round: what is to be live at midnight waits for nobody but the worker.
        duties.take_on(duties.Duty("changes together", timedelta(0), do_sets))
