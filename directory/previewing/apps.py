"""Showing drafts by a link, as a Django app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreviewingConfig(AppConfig):
    """Says on a draft that it is one, and forgets links that are over."""

    name = "directory.previewing"
    verbose_name = _("Showing drafts by a link")

    def ready(self) -> None:
        from directory import duties
        from directory.previewing.links import forget_old_links
        from directory.previewing.views import told_of_draft
        from directory.sites import spots

        duties.take_on(duties.Duty("forget preview links", timedelta(days=1), forget_old_links))
        spots.fill(spots.OFFER, "directory/previewing/_draft.html", told_of_draft)
