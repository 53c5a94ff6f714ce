"""What somebody has to look after: workers, what is due, backups, room to write."""

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from cms.backups.taking import TAKEN
from directory.demo import login
from directory.duties import late, needs_worker
from directory.indexing.rebuilding import known_until
from directory.models import Heartbeat, MailRecord
from search import targets

#: A task that waits longer has no worker.
_TASK_WAITS = timedelta(minutes=10)
#: So many days of opening hours are to be known at least.
_HOURS = timedelta(days=3)


def worker() -> str:
    """Where indexes are kept up to date beside the site, somebody does it."""
    if not needs_worker() or Heartbeat.is_alive("search"):
        return ""
    return _("No worker was seen in the last minutes: keep manage.py search_index work running.")


def duties() -> str:
    """What is scheduled is done. A trial has nobody who does it."""
    if settings.DEMONSTRATION or not (names := late()):
        return ""
    return _("It was not done in time: %(names)s. Keep manage.py search_index work running.") % {
        "names": ", ".join(names)
    }


def hours() -> str:
    """The search knows for some days what is open when."""
    ends = _hours_end()
    if ends is None or ends - timezone.localdate() >= _HOURS:
        return ""
    return _("The search knows opening hours until %(day)s only: it was not made again at night.") % {
        "day": date_format(ends, "j. F")
    }


def days_of_hours() -> str:
    """For how many more days the search knows what is open when."""
    ends = _hours_end()
    left = (ends - timezone.localdate()).days if ends else 0
    return ngettext("%(number)s day left", "%(number)s days left", left) % {"number": left}


def _hours_end() -> date | None:
    """The last day of which every index that was made knows it."""
    return min(filter(None, map(known_until, targets())), default=None)


def tasks() -> str:
    """Tasks do not wait long: somebody works on them."""
    oldest = oldest_task()
    if oldest is None or timezone.now() - oldest < _TASK_WAITS:
        return ""
    return _("Tasks have waited for more than ten minutes: keep manage.py db_worker running.")


def oldest_task() -> datetime | None:
    """When the task was written that has waited longest; None when none waits."""
    waiting = DBTaskResult.objects.ready().order_by("enqueued_at")
    return waiting.values_list("enqueued_at", flat=True).first()


def mails() -> str:
    """The latest mail went out."""
    failed = MailRecord.latest().failures
    if not failed:
        return ""
    return ngettext(
        "%(count)s mail could not be sent since the last that was.",
        "%(count)s mails could not be sent since the last that was.",
        failed,
    ) % {"count": failed}


def backup() -> str:
    """A backup was taken lately, where the operator wants to be told of it."""
    days = settings.BACKUP_DAYS
    if not days or settings.DEMONSTRATION:
        return ""
    last = Heartbeat.last(TAKEN)
    if last is None:
        return _("No backup has been taken: manage.py backup takes one.")
    if timezone.now() - last < timedelta(days=days):
        return ""
    return _("The last backup was taken on %(day)s.") % {"day": date_format(timezone.localtime(last), "j. F Y")}


def folders() -> str:
    """The site can write where it has to: uploads, the index, static files."""
    for folder in map(Path, (settings.MEDIA_ROOT, settings.SEARCH_INDEX_DIR)):
        # Only a file that was written tells: rights say nothing of a disk that is full, or mounted for reading.
        place = folder if folder.exists() else folder.parent
        try:
            with tempfile.TemporaryFile(dir=place) as file:
                file.write(b"x")
                file.flush()
        except OSError as error:
            return _("The site cannot write to %(folder)s (%(why)s): uploads and the search stay as they are.") % {
                "folder": place,
                "why": error.strerror,
            }
    return ""


def known_login() -> str:
    """Nobody has a password that everybody knows. A trial has somebody."""
    names = [] if settings.DEMONSTRATION else login.standing()
    if not names:
        return ""
    return _("The demonstration's account “%(name)s” is here. It lets nobody in; close it all the same.") % {
        "name": ", ".join(names)
    }
