"""Hears of changed words: the next search reads them anew, and a changed rule for reading makes the index anew."""

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from directory.models import (
    CrisisWords,
    KindWords,
    MunicipalityPage,
    Need,
    ReadingRule,
    SynonymGroup,
    TargetGroup,
    VocabularyVersion,
    WordList,
)
from directory.tasks import rebuild_index

#: A change of one of these is a change of the words.
WATCHED: tuple[type[Model], ...] = (
    CrisisWords,
    KindWords,
    MunicipalityPage,
    Need,
    ReadingRule,
    SynonymGroup,
    TargetGroup,
    WordList,
)


def _changed(sender, instance, **kwargs) -> None:
    if isinstance(instance, WATCHED) and not kwargs.get("raw"):
        VocabularyVersion.bump()
    if isinstance(instance, ReadingRule) and settings.SEARCH_LIVE_UPDATES:
        # What the index stores is by the old rules; until it is made anew, the old one answers.
        transaction.on_commit(rebuild_index.enqueue)


def connect() -> None:
    """Notice changes. Called once, when the app is ready."""
    post_save.connect(_changed, dispatch_uid="directory.vocabulary.saved")
    post_delete.connect(_changed, dispatch_uid="directory.vocabulary.deleted")
