"""Finding the system's Chromium and driving it with Playwright, which brings no browser of its own here."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.services.availability import ServiceMissing

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

#: A test browser talks to the site under test and to nobody else: no updates, no look-ups, no greetings.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Containers often give 64 MB of shared memory, which a large page exceeds.
    "--disable-dev-shm-usage",
)


def executable() -> str:
    """The browser's path: CHROMIUM when set, else the first known name."""
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    raise ServiceMissing(
        "Chromium is missing: sudo apt-get install chromium fonts-dejavu-core, or set CHROMIUM to its path"
    )


def flags() -> list[str]:
    """Launch flags. Chromium's sandbox refuses to run for root, and only then it is left out."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = executable()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=flags(), headless=True)
        try:
            yield launched
        finally:
            launched.close()
