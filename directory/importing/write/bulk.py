"""Wagtail's own indexes (the editors' search, and who refers to whom), brought up to date once instead of per save."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models.signals import post_save
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backends
from wagtail.signal_handlers import disable_reference_index_auto_update

from directory.indexing.outbox import collected
from directory.models import KINDS, OrganisationPage

_MODELS = [*KINDS.values(), OrganisationPage]
_BATCH = 200


@contextmanager
def bulk() -> Iterator[None]:
    """A block that saves many pages. Whatever happens in it, the indexes know of every page that was saved."""
    written: dict[type[Page], set[int]] = {}

    def remember(sender, instance, **kwargs) -> None:
        if sender in _MODELS:
            written.setdefault(sender, set()).add(instance.pk)

    log = logging.getLogger("wagtail")
    level = log.level
    log.setLevel(logging.WARNING)  # three lines a page would hide what went wrong
    _listen(remember)
    try:
        with collected(), disable_reference_index_auto_update():
            yield
    finally:
        log.setLevel(level)
        _listen_again(remember)
        for model, keys in written.items():
            _index(model, sorted(keys))


def _listen(remember) -> None:
    """Each save would index the page again, three times for a page that is new; most of an import's time went there."""
    post_save.connect(remember)
    for model in _MODELS:
        post_save.disconnect(post_save_signal_handler, sender=model)


def _listen_again(remember) -> None:
    post_save.disconnect(remember)
    for model in _MODELS:
        post_save.connect(post_save_signal_handler, sender=model)


def _index(model: type[Page], keys: list[int]) -> None:
    for start in range(0, len(keys), _BATCH):
        rows = list(model.objects.filter(pk__in=keys[start : start + _BATCH]))
        with transaction.atomic():
            for row in rows:
                ReferenceIndex.create_or_update_for_object(row)
            for backend in get_search_backends(with_auto_update=True):
                backend.add_bulk(model, rows)
