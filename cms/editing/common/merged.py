"""What the history of a row says when another one was merged into it."""

from django.utils.translation import gettext as _
from wagtail.log_actions import LogFormatter


class MergedFormatter(LogFormatter):
    """Names the one that went, and where it was to be found. Whoever extends it says what the action is called."""

    def format_message(self, log_entry):
        told = {"title": log_entry.data.get("title", ""), "address": log_entry.data.get("address", "")}
        return _("Merged with “%(title)s”, which was at %(address)s") % told
