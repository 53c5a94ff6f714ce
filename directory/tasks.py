"""Work that is done outside a request, by django-tasks."""

import logging

from django_tasks import task

from directory.indexing.source import entries
from directory.indexing.worker import drain
from directory.vocabulary.reading import renew_if_changed
from search import SearchUnavailable, engine

logger = logging.getLogger(__name__)


@task()
def drain_outbox() -> int:
    """Send what has changed to the index. What can not be sent now stays in the outbox."""
    try:
        return drain(engine())
    except SearchUnavailable as error:
        logger.warning("The search index is out of reach; changes wait in the outbox: %s", error)
        return 0


@task()
def rebuild_index() -> int:
    """Make the index anew beside the old one, which answers meanwhile; how many entries it has.

    Asked for when the rules for reading words have changed.
    """
    renew_if_changed()
    try:
        count = engine().rebuild(entries())
        drain(engine())
    except SearchUnavailable as error:
        logger.warning("The search index could not be made anew: %s", error)
        return 0
    return count
