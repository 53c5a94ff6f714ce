"""Modes of hard days for tests."""

from datetime import datetime

from django.utils import timezone

from directory.hard_days.models import HardDay


def moment(*parts: int) -> datetime:
    """A moment by the clock on a Danish wall."""
    return timezone.make_aware(datetime(*parts))


def christmas(municipality, *campaigns, **facts) -> HardDay:
    """From the morning of 23 December to the noon of the 27th: who is open, and where there is a meal."""
    told = {
        "kind": "christmas",
        "text": "Mange steder holder lukket.",
        "begins_at": moment(2026, 12, 23, 8),
        "ends_at": moment(2026, 12, 27, 12),
        "facts": ["open", "meal"],
    }
    day = HardDay.objects.create(municipality=municipality, **told | facts)
    day.campaigns.set(campaigns)
    return day
