"""The next run of a course that is over: one of the same name and the same organisation that has not ended."""

from directory.models import OfferPage
from directory.models.kinds.group_course import GroupCoursePage
from directory.times.status import Status


def next_run(offer: OfferPage, status: Status) -> GroupCoursePage | None:
    """The one that starts first; None for what has not ended, and where there is no other."""
    if status.kind != "ended" or offer.pk is None:
        return None
    going_on = (
        OfferPage.objects.shown().not_ended().sibling_of(offer, inclusive=False).filter(title__iexact=offer.title)
    )
    runs = GroupCoursePage.objects.filter(pk__in=going_on.values("pk"))
    return runs.order_by("starts_on", "pk").first()
