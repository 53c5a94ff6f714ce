"""Sums what each process counts, in the database: those of all processes and machines, also of ones that have ended.

prometheus-client would sum over the files of one machine's processes, needs a folder that can be written to and somebody who
clears it, and knows nothing of workers on other machines.
"""

import logging
import threading
import time

from django.core.signals import request_finished
from django.db import DatabaseError

from directory.models import Figure
from search import METER

logger = logging.getLogger(__name__)

#: So often, in seconds, a process that answers adds what it has counted.
_EVERY = 10.0
COUNTED = ("searches", "seconds", "failures", "fallbacks")


class _Added:
    """What of this process's numbers is in the database already."""

    lock = threading.Lock()
    so_far = dict.fromkeys(COUNTED, 0.0)
    at = time.monotonic()


def add_if_due(**_signal) -> None:
    """Add what was counted, at most every ten seconds; called when an answer has been sent."""
    if time.monotonic() - _Added.at >= _EVERY:
        add_counted()


def add_counted() -> None:
    """Add what was counted since this process last did. Where the database cannot be written to, it is added later."""
    with _Added.lock:
        _Added.at = time.monotonic()
        reading = METER.read()
        now = {name: float(getattr(reading, name)) for name in COUNTED}
        try:
            Figure.add({f"search {name}": now[name] - _Added.so_far[name] for name in COUNTED})
        except DatabaseError as error:
            logger.warning("What was counted is added later: %s", type(error).__name__)
        else:
            _Added.so_far = now


def connect() -> None:
    """Add now and then. Called once, when the app is ready."""
    request_finished.connect(add_if_due, dispatch_uid="cms.health.counting")
