"""Doing what is due. Two workers at once do nothing twice: each piece is taken on before it is done."""

import logging
from collections.abc import Iterable

from directory.due.table import WORK, Work
from directory.models import DueWork, Heartbeat

logger = logging.getLogger(__name__)

#: The sign of life of whoever did what was due.
DUE = "due"


def do_due(table: Iterable[Work] = WORK) -> list[str]:
    """Do all that is due and that nobody else has taken on; the names of what was tried."""
    taken = [work for work in table if DueWork.take(work.name)]
    for work in taken:
        DueWork.finish(work.name, work.every, _tried(work))
    Heartbeat.beat(DUE)
    return [work.name for work in taken]


def _tried(work: Work) -> str:
    """What went wrong, or nothing. One that fails holds up no other and is tried again when it is next due."""
    try:
        work.do()
    except Exception as error:
        logger.exception("%s could not be done", work.name)
        return f"{type(error).__name__}: {error}"
    return ""
