"""Hears of changed words: the next search reads them again."""

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


def connect() -> None:
    """Notice changes. Called once, when the app is ready."""
    post_save.connect(_changed, dispatch_uid="directory.vocabulary.saved")
    post_delete.connect(_changed, dispatch_uid="directory.vocabulary.deleted")
