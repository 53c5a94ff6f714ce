"""What happens to a test whose service is not to be had: skipped on a person's machine, failed where CI promises it."""

import os
from typing import NoReturn

import pytest


class ServiceMissing(Exception):
    """A server that tests need cannot be started here; the message says what to do."""


def required() -> bool:
    """Whether every service has to be there, so that no test is skipped unseen."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def unavailable(reason: str) -> NoReturn:
    """End the test: with `CI=true` as a failure, else as a skip that says why."""
    if required():
        pytest.fail(f"CI promises this service: {reason}", pytrace=False)
    pytest.skip(reason)
