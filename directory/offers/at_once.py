"""Changing the times of a published offer at once, whatever drafts of it wait."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Revision

from directory.models import OfferPage


def change_at_once(offer: OfferPage, change: Callable[[OfferPage, date], None], day: date) -> None:
    """Change the rows of times that the public sees, and the same rows in what waits to be published.

    Nothing is published: a draft would go out with it, and a date on which one is to go out would be forgotten.
    """
    with transaction.atomic():
        change(offer, day)
        # By its time whoever subscribes to the calendar is told again of its events.
        offer.last_published_at = timezone.now()
        offer.save(clean=False, update_fields=["last_published_at", "closures", "sessions"])  # type: ignore[call-arg]  # Wagtail's
        for revision in _waiting(offer):
            draft = revision.as_object()
            change(draft, day)
            Revision.objects.filter(pk=revision.pk).update(content=draft.serializable_data())


def _waiting(offer: OfferPage) -> Iterable[Revision]:
    """What the form shows, what is shown, what an approver was asked about, and what a date is set for."""
    task = offer.current_workflow_task_state
    keys = {offer.latest_revision_id, offer.live_revision_id, task and task.revision_id}
    return Revision.objects.for_instance(offer).filter(Q(pk__in=keys - {None}) | Q(approved_go_live_at__isnull=False))
