"""The words in force. One object until somebody edits a word, so that what the search makes of it can be kept."""

from django.conf import settings
from django.utils import translation

from directory.models import Generation
from directory.vocabulary.build import build
from directory.vocabulary.reading import renew_if_changed
from search import Vocabulary

_kept: dict[int, Vocabulary] = {}


def current() -> Vocabulary:
    """The words in force now: one small query, unless something was edited since."""
    stamp = Generation.current()
    if stamp not in _kept:
        _kept.clear()
        renew_if_changed()
        # Kinds are named in Danish, as they are in the index, whatever language somebody searches in.
        with translation.override(settings.LANGUAGE_CODE):
            _kept[stamp] = build()
    return _kept[stamp]


def forget_words() -> None:
    """Read the words again on the next search."""
    _kept.clear()
