"""Whose hard days a person works with."""

from django.db.models import QuerySet

from cms.editing.common.publishers import own_municipalities
from directory.hard_days.models import HardDay


def own_hard_days(user) -> QuerySet[HardDay]:
    """The hard days of the municipalities that a person may publish in."""
    mine = own_municipalities(user).order_by().values("pk")
    return HardDay.objects.filter(municipality__in=mine).select_related("municipality")
