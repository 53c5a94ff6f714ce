"""Gunicorn's settings: `gunicorn --config python:cms.serving.config`. What stands here can be overridden on its command line.

The server's first process reads this file and what it imports, and keeps that through a reload. So nothing of Django is imported
here: each new process reads Django and the site as they are then.
"""

import os

from cms.serving.limits import MAX_HEAD_BYTES
from cms.serving.logger import QuietLogger
from cms.serving.worker import WholeRequestWorker

wsgi_app = "cms.wsgi:application"
bind = "127.0.0.1:8000"

# Two workers of four threads answer while a page is slow; WEB_CONCURRENCY is gunicorn's own name for the number.
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4
worker_class = WholeRequestWorker
#: Connections that a worker holds at once, most of them idle: fewer than the files that a process may open.
worker_connections = 400
#: Seconds that an idle connection is kept for the visitor's next page.
keepalive = 5

limit_request_line = 8190
limit_request_fields = 60
limit_request_field_size = MAX_HEAD_BYTES

logger_class = QuietLogger
loglevel = "warning"
accesslog = None
# The control socket would be one more thing that listens, and a file in the home folder.
control_socket_disable = True
# Heartbeats are written to a file: in memory, where there is such a place, so that a busy disk kills no worker.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - made by gunicorn, unlinked at once


def post_worker_init(worker) -> None:
    """Called by gunicorn in each process that serves: one of them does what is due, where no worker does."""
    from cms.serving.background import start  # noqa: PLC0415 - in the process that serves, see above

    start()
