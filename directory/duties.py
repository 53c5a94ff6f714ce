"""What has to be done again and again, by whoever keeps `search_index work` running: how often, and when it was done last."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from directory.indexing.stamps import registered
from directory.models import Claim, Heartbeat
from search import target_names

logger = logging.getLogger(__name__)

#: With the pause between two rounds, what is set for a time happens at most a minute late.
_OFTEN, _DAY = timedelta(seconds=30), timedelta(days=1)
#: A busy machine, or one that starts, is given so much longer.
_GRACE = timedelta(minutes=5)


@dataclass(frozen=True)
class Duty:
    """A piece of work, with the time after which it is due again."""

    name: str
    every: timedelta
    work: Callable[[], object]

    @property
    def sign(self) -> str:
        """Under which name it is remembered when it was done."""
        return f"duty {self.name}"

    def is_due(self) -> bool:
        """Whether it was not done for as long as it may wait."""
        return not Heartbeat.since(self.sign, timezone.now() - self.every)

    def is_late(self) -> bool:
        """Whether it was not done twice, so that something is wrong."""
        return not Heartbeat.since(self.sign, timezone.now() - 2 * self.every - _GRACE)


def _tidy() -> None:
    """Delete sessions that have ended, and tasks that were finished two weeks ago."""
    call_command("clearsessions")
    if tasks_are_kept():
        call_command("prune_db_task_results", verbosity=0)


def tasks_are_kept() -> bool:
    """Whether tasks wait in the database for a worker, rather than being done in the request."""
    return "immediate" not in settings.TASKS["default"]["BACKEND"]


def needs_worker() -> bool:
    """Whether what changes is sent on by a process of its own: tasks wait, or an index is not this machine's alone."""
    machines = [name for name in registered() if name != "elastic"]
    return tasks_are_kept() or "elastic" in target_names() or len(machines) > 1


DUTIES = [
    Duty("publish", _OFTEN, lambda: call_command("publish_scheduled")),
    Duty("forget", _DAY, lambda: call_command("forget", verbosity=0)),
    Duty("tidy", _DAY, _tidy),
]


def take_on(duty: Duty) -> None:
    """Do this as well: for apps that an operator can do without. Called when such an app is ready."""
    DUTIES.append(duty)


def do_what_is_due() -> None:
    """Do it. What fails is told in the log and tried again in the next round; the others are done all the same."""
    for duty in DUTIES:
        if duty.is_due() and Claim.take(duty.sign):
            _do(duty)


def _do(duty: Duty) -> None:
    """Do what this process has taken on, unless another one did it just before; then let it go."""
    try:
        if duty.is_due():
            duty.work()
            Heartbeat.beat(duty.sign)
    except (OperationalError, InterfaceError):
        raise  # the database is gone, and with it whatever would be next
    except Exception:
        logger.exception("%s could not be done", duty.name)
    Claim.give_back(duty.sign)


def late() -> list[str]:
    """The names of those that were not done in time."""
    return [duty.name for duty in DUTIES if duty.is_late()]
