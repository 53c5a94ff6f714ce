"""Whom to tell of a weakness: the operator says it, a check wants it, and those who look for it find it."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from directory.checks import weaknesses_can_be_told
from directory.security_contact import contact_uri

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "k7mBq2-vW9xRz4TnYp8sLd3fGh6jKc1aQe5uIo0bXwZyNtMr4sQp",
    "ALLOWED_HOSTS": "vejviser.example.dk",
    "EMAIL_URL": "smtp://mail.example.dk",
    "DEFAULT_FROM_EMAIL": "vejviser@example.dk",
    "CRISIS_TEXTS_APPROVED": "on",
}


def checked(tmp_path, **environment):
    inherited = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=inherited | PRODUCTION | {"VEJVISER_VAR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_passes_every_check_for_deployment(tmp_path):
    told = checked(tmp_path, SECURITY_CONTACT="sikkerhed@example.dk")
    assert (told.returncode, told.stdout) == (0, "System check identified no issues (2 silenced).\n"), told.stderr


def test_production_without_a_contact_is_told_so(tmp_path):
    told = checked(tmp_path)
    assert told.returncode != 0
    assert "vejviser.W004" in told.stderr
    assert told.stderr.count("?: ") == 1


@pytest.mark.parametrize(
    ("told", "uri"),
    [
        ("sikkerhed@example.dk", "mailto:sikkerhed@example.dk"),
        ("mailto:sikkerhed@example.dk", "mailto:sikkerhed@example.dk"),
        ("https://example.dk/meld", "https://example.dk/meld"),
        *[(odd, "") for odd in ("", "ring", "http://example.dk", "https://", "a@b", "https://example.dk/\nExpires: x")],
    ],
)
def test_a_contact_is_a_mail_address_or_a_page_with_https(settings, told, uri):
    assert contact_uri(told) == uri
    settings.SECURITY_CONTACT = told
    assert bool(weaknesses_can_be_told()) is (uri == "")


def test_those_who_look_for_it_find_it_and_it_is_not_out_of_date(client, settings):
    settings.SECURITY_CONTACT = "sikkerhed@example.dk"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert lines["Contact"] == "mailto:sikkerhed@example.dk"
    expires = datetime.fromisoformat(lines["Expires"])
    assert timezone.now() < expires < timezone.now() + timedelta(days=365)


@pytest.mark.django_db
def test_without_a_contact_there_is_no_such_page(client):
    assert client.get("/.well-known/security.txt").status_code == 404
