"""For how long feedback is kept."""

from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from directory.models import Feedback


def oldest_day() -> date:
    """The first day of which feedback is kept."""
    return timezone.localdate() - timedelta(days=settings.FEEDBACK_DAYS)


def forget_old() -> int:
    """Delete what is older, whether somebody read it or not; how much it was."""
    number, _by_model = Feedback.objects.filter(day__lt=oldest_day()).delete()
    return number
