"""The servers that tests rely on are the real ones, and go away."""

import json
import os
import signal
import subprocess
import sys
import urllib.request

import pytest

from tests.services import postgresql
from tests.services.availability import ServiceMissing, unavailable
from tests.services.process import all_stopped


@pytest.mark.elastic
def test_elasticsearch_serves_and_is_of_the_supported_major(elasticsearch_url):
    with urllib.request.urlopen(f"{elasticsearch_url}/_nodes") as answer:
        versions = {node["version"] for node in json.load(answer)["nodes"].values()}
    assert {version.split(".")[0] for version in versions} == {"9"}


@pytest.mark.browser
def test_the_browser_shows_danish_letters_and_knows_the_visitors_language(page):
    page.set_content("<h1>Rødgrød på åen</h1>")
    assert page.inner_text("h1") == "Rødgrød på åen"
    assert page.evaluate("navigator.language") == "da-DK"


@pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="only a database that the tests started may be looked for gone"
)
def test_a_private_postgresql_is_gone_after_its_command():
    try:
        postgresql.programs()
    except ServiceMissing as missing:
        unavailable(str(missing))
    show = "import os, psycopg; print(psycopg.connect(os.environ['DATABASE_URL']).info.dsn)"
    command = [sys.executable, "-m", "tests.services.postgresql", sys.executable, "-c", show]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    port = next(part.split("=")[1] for part in told.split() if part.startswith("port="))
    connect = f"import psycopg; psycopg.connect('postgresql://vejviser@127.0.0.1:{port}/postgres')"
    after = subprocess.run([sys.executable, "-c", connect], capture_output=True, text=True, check=False)
    assert "Connection refused" in after.stderr


def test_a_missing_service_skips_here_and_fails_in_ci(monkeypatch):
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no server"):
        unavailable("no server")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no server"):
        unavailable("no server")


def test_a_process_that_is_told_to_stand_still_is_seen_to():
    with subprocess.Popen(["sleep", "60"], start_new_session=True) as sleeper:
        try:
            assert not all_stopped(sleeper.pid)
            os.killpg(sleeper.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, sleeper.pid, os.WSTOPPED | os.WNOWAIT)
            assert all_stopped(sleeper.pid)
        finally:
            os.killpg(sleeper.pid, signal.SIGKILL)
    assert not all_stopped(sleeper.pid)
