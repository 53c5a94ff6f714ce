"""The site as `make run` serves it, in a folder of its own: the content of the demonstration, the production server."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.services.prepared import prepared
from tests.services.site import run_python, serving


@contextmanager
def site(settings: str = "cms.settings.trial", *furnish: str) -> Iterator[int]:
    """The port on which the site is served; see `process`."""
    with process(settings, *furnish) as (_server, port):
        yield port


@contextmanager
def with_everything() -> Iterator[int]:
    """The same with what the demonstration has only at times: a hard day."""
    with site("cms.settings.trial", "-m", "tests.pages.hard_day") as port:
        yield port


@contextmanager
def process(settings: str = "cms.settings.trial", *furnish: str) -> Iterator[tuple[int, int]]:
    """The id of the server's process, and its port; the site is prepared before and gone afterwards.

    `furnish` is what Python is asked to do with the prepared site before it is served, such as `-m`, `a.module`.
    """
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings, "STYLEGUIDE": "on"}
    for name in ("DATABASE_URL", "SEARCH_URL"):
        environment.pop(name, None)
    with prepared(environment) as folder:
        environment["VEJVISER_VAR"] = str(folder)
        if furnish:
            run_python(environment, *furnish)
        with serving(environment, stdout=subprocess.DEVNULL) as (server, port):
            yield server.pid, port
