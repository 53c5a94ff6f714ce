"""Tells an editor what is odd about words that have just been saved. They are saved all the same."""

from django.contrib import messages
from django.utils.translation import gettext as _

from directory.models import ReadingRule
from directory.vocabulary.conflicts import conflicts


def tell(request, row) -> None:
    """Called after a snippet was made or changed."""
    for sentence in conflicts(row):
        messages.warning(request, sentence)
    if isinstance(row, ReadingRule):
        messages.info(
            request, _("The search index is being made again in the background. Until then the old rule holds.")
        )
