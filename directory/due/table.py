"""The work that comes round: a table of what is done and how often, so that nothing waits for a command nobody calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command

from directory.feedback.keeping import forget_old


@dataclass(frozen=True)
class Work:
    """A piece of work, and after how long it is due again."""

    name: str
    every: timedelta
    do: Callable[[], object]


def publish_scheduled() -> None:
    """Publish what was to go live by now, and take down what was to expire."""
    call_command("publish_scheduled")


def clear_sessions() -> None:
    """Delete the sessions of staff that have run out."""
    call_command("clearsessions")


WORK = (
    # With the worker's own pause this is done at most a minute late.
    Work("publish_scheduled", timedelta(seconds=30), publish_scheduled),
    Work("forget", timedelta(hours=24), forget_old),
    Work("clear_sessions", timedelta(hours=24), clear_sessions),
)
