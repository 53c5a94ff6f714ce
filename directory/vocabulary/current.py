"""The words in force. One object until somebody edits a word, so that what the search makes of it can be kept."""

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import translation

from directory.models import (
    CrisisWords,
    KindWords,
    MunicipalityPage,
    Need,
    SynonymGroup,
    TargetGroup,
    VocabularyVersion,
    WordList,
)
from directory.vocabulary.build import build
from search import Vocabulary

#: A change of one of these is a change of the words.
WATCHED: tuple[type[Model], ...] = (
    CrisisWords,
    KindWords,
    MunicipalityPage,
    Need,
    SynonymGroup,
    TargetGroup,
    WordList,
)
_kept: dict[int, Vocabulary] = {}


def current() -> Vocabulary:
    """The words in force now: one small query, unless something was edited since."""
    number = VocabularyVersion.current()
    if number not in _kept:
        _kept.clear()
        # Kinds are named in Danish, as they are in the index, whatever language somebody searches in.
        with translation.override(settings.LANGUAGE_CODE):
            _kept[number] = build()
    return _kept[number]


def forget() -> None:
    """Read the words anew on the next search."""
    _kept.clear()


def _changed(sender, instance, **kwargs) -> None:
    if isinstance(instance, WATCHED) and not kwargs.get("raw"):
        VocabularyVersion.bump()


def connect() -> None:
    """Notice changes. Called once, when the app is ready."""
    post_save.connect(_changed, dispatch_uid="directory.vocabulary.saved")
    post_delete.connect(_changed, dispatch_uid="directory.vocabulary.deleted")
