"""What is due is done in the process that serves, where no worker does it: `make run`, and small sites."""

import logging
import time
from threading import Thread

from django.conf import settings
from django.db import DatabaseError, close_old_connections

logger = logging.getLogger(__name__)

#: So often a process looks, in seconds.
PAUSE = 20.0


def start() -> None:
    """Begin a thread that does a worker's work whenever none was seen for a while. It ends with the process."""
    if settings.WORK_IN_PROCESS:
        Thread(target=_for_ever, name="stands in for a worker", daemon=True).start()


def stand_in() -> bool:
    """Do what is due once, unless a worker or another process does; whether it was done here."""
    # A server reads its configuration, and with it this file, before the apps are ready.
    from directory.duties import do_what_is_due  # noqa: PLC0415
    from directory.indexing.rebuilding import rebuild_due  # noqa: PLC0415
    from directory.indexing.worker import drain_all  # noqa: PLC0415
    from directory.models import Claim, Heartbeat  # noqa: PLC0415

    if Heartbeat.is_alive("search") or not Claim.take("standing in"):
        return False
    try:
        drain_all()
        do_what_is_due()
        rebuild_due()
    finally:
        Claim.give_back("standing in")
    return True


def _for_ever() -> None:
    """What is wrong now may be well the next time."""
    while True:
        time.sleep(PAUSE)
        try:
            stand_in()
        except DatabaseError as error:
            logger.warning("What is due waits, since the database does not answer: %s", error)
        except Exception:
            logger.exception("What is due could not be done in this process")
        finally:
            close_old_connections()
