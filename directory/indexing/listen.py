"""Hears of changes. Connected without a sender, so that a new kind of offer cannot be forgotten."""

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from wagtail.signals import post_page_move

from directory.indexing.outbox import note
from directory.indexing.tasks import rebuild_index
from directory.indexing.touches import offer_of, touched
from directory.models import OfferStamp, ReadingRule


def _changed(sender, instance, **kwargs) -> None:
    keys = touched(instance)
    OfferStamp.bump(keys | {offer_of(instance)} - {None})
    if settings.SEARCH_LIVE_UPDATES and not kwargs.get("raw"):
        note(keys)
        if isinstance(instance, ReadingRule):
            # What the index stores is by the old rules; until it is made again, the old one answers.
            transaction.on_commit(rebuild_index.enqueue)


def connect() -> None:
    """Listen for changes. Called once, when the app is ready."""
    post_save.connect(_changed, dispatch_uid="directory.indexing.saved")
    pre_delete.connect(_changed, dispatch_uid="directory.indexing.deleted")
    post_page_move.connect(_changed, dispatch_uid="directory.indexing.moved")
