"""Work on the indexes that is done outside a request, by django-tasks."""

from django_tasks import task

from directory.indexing.rebuilding import rebuild_all
from directory.indexing.worker import drain_all
from directory.vocabulary.reading import renew_if_changed


@task()
def drain_outbox() -> int:
    """Send what has changed to every index. What cannot be sent now stays in the outbox."""
    return drain_all()


@task()
def rebuild_index() -> int:
    """Make every index again beside the old one, which answers meanwhile; how many entries there are now.

    Asked for when the rules for reading words have changed.
    """
    renew_if_changed()
    return rebuild_all()
