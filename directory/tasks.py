"""Work that is done outside a request, by django-tasks."""

import logging

from django_tasks import task

from directory.indexing.worker import drain
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
