"""Taking a name out of what nobody reads any more: older revisions, feedback, searches, and the logs of the admin."""

from django.db import transaction
from django.db.models.deletion import ProtectedError
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from cms.forgetting.finding import KEPT_BEHIND, Find

#: What stands in a log instead of a title.
TAKEN_OUT = "…"


def is_needed(revision: Revision) -> bool:
    """Whether a page still stands on a revision: the latest, the published, one that is planned or waits for approval."""
    held = revision.content_object
    if held is None:
        return False
    stands_on = {getattr(held, "latest_revision_id", None), getattr(held, "live_revision_id", None)}
    return revision.pk in stands_on or revision.approved_go_live_at is not None or revision.task_states.exists()


@transaction.atomic
def take_out_name(place: Find) -> bool:
    """Take the name out of a row; whether that was for a program to do."""
    row = place.row
    if not isinstance(row, KEPT_BEHIND):
        return False
    if isinstance(row, PageLogEntry | ModelLogEntry):
        # That something happened stays; what the page was called then does not.
        type(row).objects.filter(pk=row.pk).update(label=TAKEN_OUT, data={})
    else:
        row.delete()
    return True


def delete(revision: Revision) -> bool:
    """Delete a revision on which no page stands; whether it is gone."""
    if is_needed(revision):
        return False
    try:
        with transaction.atomic():
            revision.delete()
    except ProtectedError:
        return False
    return True
