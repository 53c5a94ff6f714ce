"""Whether somebody does what is due, and whether it goes well; `manage.py check --database default` asks."""

from django.core.checks import Tags, register
from django.core.checks import Warning as Caution
from django.db import DatabaseError

from directory.due.doing import DUE
from directory.models import DueWork, Heartbeat

_HINT = "Keep `manage.py work` running, or let the site do it itself: WORK_IN_PROCESS=on."


@register(Tags.database)
def what_is_due_is_done(app_configs=None, databases=None, **kwargs):
    """What is to be published, taken down and deleted by the clock was seen to, and nothing of it failed."""
    if not databases:
        return []
    try:
        late, failed = not Heartbeat.is_alive(DUE), list(DueWork.objects.exclude(error=""))
    except DatabaseError:
        return []  # before the first migration there is nothing to ask
    told = ["Nobody did what is due in the last minutes."] if late else []
    told += [f"{row.name} failed: {row.error}" for row in failed]
    return [Caution(words, hint=_HINT, id="vejviser.W010") for words in told]
