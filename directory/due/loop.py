"""The loops in which work is done: a worker's, and the one of a site that has none."""

import logging
import time

from django.db import DatabaseError, close_old_connections

from directory.due.doing import do_due
from directory.indexing.rebuilding import rebuild_due
from directory.indexing.worker import drain_all
from directory.models import Heartbeat

logger = logging.getLogger(__name__)

#: So often the worker looks for what is to be done, in seconds.
PAUSE = 5.0
#: So often a site that has no worker looks, in seconds.
PAUSE_IN_PROCESS = 20.0
#: The sign of life of a worker.
WORKER = "search"


def work_once() -> None:
    """Send what waits to the search, do what is due, make the indexes again each night, leave a sign of life."""
    Heartbeat.beat(WORKER)
    drain_all()
    do_due()
    rebuild_due()


def work_for_ever() -> None:
    """Do what is due again and again, as a worker does until somebody ends it."""
    while True:
        work_once()
        close_old_connections()
        time.sleep(PAUSE)


def stand_in() -> None:
    """Do a worker's work where none was seen for a while; leave it to the worker where one is."""
    if not Heartbeat.is_alive(WORKER):
        drain_all()
        do_due()
        rebuild_due()


def stand_in_for_ever() -> None:
    """As a thread in a process that serves the site. What is wrong now may be well the next time."""
    while True:
        time.sleep(PAUSE_IN_PROCESS)
        try:
            stand_in()
        except DatabaseError as error:
            logger.warning("What is due waits, since the database does not answer: %s", error)
        except Exception:
            logger.exception("What is due could not be done in this process")
        finally:
            close_old_connections()
