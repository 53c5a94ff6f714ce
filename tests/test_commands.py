"""The commands that the README promises exist, and say what to do when something is in the way."""

import importlib
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.core.management.base import CommandError

from cms.management.commands.serve import free_port

ROOT = Path(__file__).resolve().parents[1]
#: What a recipe needs besides Python, so that a test can take Python away.
TOOLS = ("sh", "make", "awk", "cksum", "tr", "touch", "rm", "grep", "test")


def run(*command, cwd=ROOT, **environment):
    """Run a command as a person would: without the test run's own settings."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "MAKE", "CI"))}
    return subprocess.run(
        command, cwd=cwd, env=inherited | environment, capture_output=True, text=True, check=False, timeout=120
    )


def targets() -> set[str]:
    return set(re.findall(r"^  make ([a-z-]+)", run("make").stdout, re.MULTILINE))


@pytest.fixture
def clone(tmp_path):
    """A clone in which nothing is installed yet."""
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool))
    return tmp_path


def python_that(clone, script):
    """Put a `python3` of this kind before every other."""
    path = clone / "tools/python3"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_make_alone_lists_every_target_that_people_type():
    phony = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets() == {name for line in phony for name in line.split()}


def test_every_module_that_a_recipe_runs_can_be_imported():
    named = sorted(set(re.findall(r"-m (tests(?:\.\w+)+)", (ROOT / "Makefile").read_text())))
    assert "tests.attack" in named
    for name in named:
        module = importlib.import_module(name)
        if hasattr(module, "__path__"):
            importlib.import_module(f"{name}.__main__")


@pytest.mark.parametrize(
    "document", ["README.md", "SECURITY.md", "CHANGELOG.md", "docs/operations.md", "docs/going-live.md"]
)
def test_every_make_target_that_a_document_names_exists(document):
    named = set(re.findall(r"`(?:[A-Z]+=\S+ )*make ([a-z-]+)", (ROOT / document).read_text()))
    named |= set(re.findall(r"^make ([a-z-]+)", (ROOT / document).read_text(), re.MULTILINE))
    assert named <= targets()


@pytest.mark.parametrize("document", ["README.md", "SECURITY.md", "docs/operations.md", "docs/going-live.md"])
def test_every_management_command_that_a_document_names_exists(document):
    named = set(re.findall(r"manage(?:\.py)? ([a-z_]+)", (ROOT / document).read_text()))
    assert named, "the document names no command: is it still the one that this test is about?"
    assert named <= set(get_commands())


def test_an_old_python_is_told_what_is_needed(clone):
    python_that(clone, "exit 1")
    told = run("make", "setup", cwd=clone, PATH=str(clone / "tools"))
    assert told.returncode != 0
    assert "Python 3.11 or newer is missing; install it" in told.stdout


def test_a_missing_venv_package_is_named(clone):
    python_that(clone, f'case "$*" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"')
    told = run("make", "setup", cwd=clone, PATH=str(clone / "tools"))
    assert told.returncode != 0
    assert "sudo apt-get install python3-venv" in told.stdout


def test_without_a_network_the_sentence_says_so(clone):
    nowhere = "http://127.0.0.1:9"
    told = run("make", "setup", f"PYTHON={sys.executable}", cwd=clone, http_proxy=nowhere, https_proxy=nowhere)
    assert told.returncode != 0
    assert "connect this machine to the network" in told.stdout
    assert "Traceback" not in told.stdout + told.stderr


def test_a_taken_port_is_told_in_one_line_with_another_to_choose(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        environment = {"DJANGO_SETTINGS_MODULE": "cms.settings.trial", "VEJVISER_VAR": str(tmp_path)}
        told = run(sys.executable, "manage.py", "serve", "--port", port, **environment)
    assert told.returncode != 0
    assert re.fullmatch(rf"CommandError: Port {port} is taken; choose another: make run PORT=\d+", told.stderr.strip())


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "80 81", ""])
def test_a_port_that_is_none_is_refused_with_what_to_choose(port):
    with pytest.raises(CommandError, match="is no port; choose a number from 1024 to 65535"):
        free_port("127.0.0.1", port)


def test_the_trial_keeps_its_secret_to_its_owner_and_for_next_time(tmp_path):
    show = "from django.conf import settings; print(settings.SECRET_KEY, settings.DEBUG)"
    python = (sys.executable, "-c", show)
    environment = {"DJANGO_SETTINGS_MODULE": "cms.settings.trial", "VEJVISER_VAR": str(tmp_path)}
    first, second = (run(*python, **environment).stdout.split() for _ in range(2))
    assert first == second
    assert first[1] == "False"
    assert len(first[0]) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_production_refuses_to_start_without_a_secret_and_hosts():
    start = (sys.executable, "-c", "from django.conf import settings; settings.DEBUG")
    bare = run(*start, DJANGO_SETTINGS_MODULE="cms.settings.production")
    assert "SECRET_KEY is missing" in bare.stderr
    homeless = run(*start, DJANGO_SETTINGS_MODULE="cms.settings.production", SECRET_KEY="x" * 50)
    assert "ALLOWED_HOSTS is missing" in homeless.stderr
