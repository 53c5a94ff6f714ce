"""What the time is, by the clock on a Danish wall."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

#: The zone of all hours that places tell, whatever the installation's own is.
DENMARK = ZoneInfo("Europe/Copenhagen")


def local_now() -> datetime:
    """Now, by the clock on a Danish wall."""
    return timezone.localtime().replace(tzinfo=None)
