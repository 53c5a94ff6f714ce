"""People who sign in, and a browser that does."""

import re

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from cms.signin.limits import LIMITS

DOOR, CODE, ADMIN = "/konto/log-ind/", "/konto/log-ind/kode/", "/admin/"
PASSWORD = "den rigtige"


@pytest.fixture(autouse=True)
def nobody_has_tried():
    for limit in LIMITS:
        limit.forget()
    yield
    for limit in LIMITS:
        limit.forget()


@pytest.fixture(autouse=True)
def two_steps(settings):
    """As on a real site."""
    settings.SECOND_STEP_REQUIRED = True


@pytest.fixture
def operator(db) -> User:
    """Somebody who may change rights."""
    return User.objects.create_superuser("drift", "drift@example.dk", PASSWORD)


class Browser(Client):
    """A browser that fills in the forms of signing in."""

    def log_in(self, name: str, password: str = PASSWORD, **more: str):
        """The first step."""
        return self.post(DOOR, {"login": name, "password": password, **more})

    def write(self, code: str):
        """The code from the mail."""
        return self.post(CODE, {"code": code})

    def is_in(self) -> bool:
        """Whether the admin opens."""
        return self.get(ADMIN).status_code == 200


@pytest.fixture
def browser_of_staff() -> Browser:
    return Browser()


def code_in_mail() -> str:
    """The code of the last mail."""
    return re.search(r"(?:kode|code): (\S+)", mail.outbox[-1].body)[1]
