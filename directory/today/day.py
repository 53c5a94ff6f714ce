"""The day that an address asks for, within the days that are known."""

from datetime import date, timedelta

from django.http import QueryDict
from django.utils import timezone

PARAM = "dag"
#: So many days can be looked at, today among them. I dag reads the database: the index may know more, or less.
DAYS_SHOWN = 7


def days() -> list[date]:
    """The days that can be asked for, today first."""
    today = timezone.localdate()
    return [today + timedelta(days=ahead) for ahead in range(DAYS_SHOWN)]


def day_of(data: QueryDict) -> date:
    """The day asked for; today when it is none of them."""
    asked = data.get(PARAM, "")[:10]
    return next((day for day in days() if day.isoformat() == asked), timezone.localdate())
