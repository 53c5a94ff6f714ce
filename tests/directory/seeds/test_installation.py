"""A real site, installed as docs/operations.md says, helps the first visitor who is in danger."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from tests.services.process import free_port

ROOT = Path(__file__).resolve().parents[3]
HOST = "vejviser.example.dk"
IN_DANGER = quote("jeg vil ikke leve mere")
#: A machine that does much else has taken a minute for the first answer.
PATIENCE = 240.0

pytestmark = pytest.mark.slow


class Installation:
    """A site of its own in an empty folder, with the settings that operations.md asks of an operator."""

    def __init__(self, folder: Path) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
        self.environment = kept | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.production",
            "SECRET_KEY": "only-for-this-test-" * 3,
            "ALLOWED_HOSTS": HOST,
            "BEHIND_PROXY": "on",
            "VEJVISER_VAR": str(folder),
        }

    def run(self, command: str, *, fails: bool = False) -> str:
        """Run a line of the document to its end; what it said."""
        words = [sys.executable if word.endswith("bin/python") else word for word in command.split()]
        done = subprocess.run(words, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    @contextmanager
    def served(self, command: str, **environment: str) -> Iterator[str]:
        """The address at which the document's server answers."""
        port = free_port()
        _program, *words = command.replace("127.0.0.1:8000", f"127.0.0.1:{port}").split()
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *words],
            cwd=ROOT,
            env=self.environment | environment,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait(server: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            read(f"http://127.0.0.1:{port}", "/healthz")
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"the site did not begin to serve within {PATIENCE:.0f} s")


def read(site: str, path: str) -> BeautifulSoup:
    """A page as a proxy with a certificate asks for it."""
    request = urllib.request.Request(site + path, headers={"Host": HOST, "X-Forwarded-Proto": "https"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return BeautifulSoup(answer.read(), "html.parser")


def documented() -> dict[str, str]:
    """The commands of the section on installing, by what they run."""
    section = (ROOT / "docs/operations.md").read_text(encoding="utf-8").partition("## Install and upgrade")[2]
    block = section.partition("```bash")[2].partition("```")[0]
    lines = [line.partition("#")[0].strip() for line in block.splitlines()]
    return {name: line for line in lines for name in ("prepare", "gunicorn") if re.search(rf"[ /]{name}\b", line)}


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Installation:
    """The site after the document's `prepare`; before it, the check of the set-up was asked at each step."""
    made = Installation(tmp_path_factory.mktemp("installation"))
    check = ".venv/bin/python manage.py check --database default"
    made.run(check)
    made.run(".venv/bin/python manage.py migrate --verbosity 0")
    assert "vejviser.E004" in made.run(check, fails=True)
    made.said = made.run(documented()["prepare"])
    made.run(check)
    return made


def numbers(card) -> list[str]:
    return [link["href"] for link in card.select('a[href^="tel:"]')]


def test_somebody_who_does_not_want_to_live_is_shown_a_line_beside_112(installed):
    with installed.served(documented()["gunicorn"], CRISIS_TEXTS_APPROVED="on") as site:
        (card,) = read(site, f"/find-tilbud/?q={IN_DANGER}").select(".vv-crisis")
    assert numbers(card)[0] == "tel:112"
    assert "tel:+4570201201" in numbers(card)
    assert "Livslinien" in card.get_text()


def test_before_a_clinician_has_read_the_words_the_card_has_numbers_and_leads_to_the_lines(installed):
    with installed.served(documented()["gunicorn"]) as site:
        (card,) = read(site, f"/find-tilbud/?q={IN_DANGER}").select(".vv-crisis")
        assert numbers(card)[0] == "tel:112"
        assert len(numbers(card)) >= 2
        lines = read(site, card.select_one("a[href*='hjaelp-nu']")["href"])
        assert "tel:+4570201201" in numbers(lines)
        front = read(site, "/")
        # Cards behind which no offer stands are hidden: the search and the way to help remain.
        assert front.select("main form[action*='find-tilbud']")
        assert front.select("a[href*='hjaelp-nu']")
        assert "emonstration" not in front.get_text()


def test_nothing_of_the_demonstration_is_there(installed):
    assert "Eksempel" not in installed.said
    count = "from directory.models import *; from django.contrib.auth import get_user_model as u; from wagtail.models import Site"
    shown = f"{count}; print([m.objects.count() for m in (OfferPage, MunicipalityPage, u(), Site)], Site.objects.get())"
    told = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", shown],
        cwd=ROOT,
        env=installed.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split("]")[0] == "[0, 98, 0, 1"
    assert HOST in told.stdout


def test_prepared_again_it_has_nothing_to_do(installed):
    said = installed.run(documented()["prepare"])
    told = re.findall(r": (\d+) nye, (\d+) opdateret\.$", said, re.MULTILINE)
    assert len(told) >= 12
    assert set(told) == {("0", "0")}
    assert "Ladt i fred" not in said
