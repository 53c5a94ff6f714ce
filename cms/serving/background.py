"""What is due is done in the process that serves, where no worker does it: `make run`, and small sites."""

from threading import Thread

from django.conf import settings


def start() -> None:
    """Begin a thread that does what is due whenever no worker was seen for a while. It ends with the process."""
    from directory.due.loop import stand_in_for_ever  # noqa: PLC0415 - a server reads its configuration before the apps are ready

    if settings.WORK_IN_PROCESS:
        Thread(target=stand_in_for_ever, name="due", daemon=True).start()
