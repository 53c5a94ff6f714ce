"""Who may read feedback: those who may edit the page that it is about."""

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from directory.feedback.keeping import oldest_day
from directory.models import Feedback

_RIGHTS = {"change"}


def may_read(user) -> QuerySet[Feedback]:
    """The feedback that the person may read and deal with; none that should have been deleted."""
    pages = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, _RIGHTS)
    return Feedback.objects.filter(page__in=pages.order_by().values("pk"), day__gte=oldest_day())


def may_read_some(user) -> bool:
    """Whether there is a page whose feedback the person may read; asks for nothing that is not known already."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, _RIGHTS)
