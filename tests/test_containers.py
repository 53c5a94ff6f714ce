"""The containers are laid out as the project is. Building and running them needs Docker, which tests do not."""

import shutil
import subprocess

import pytest
import yaml
from django.core.management import get_commands

from tests.services.elastic_distribution import VERSION
from tests.services.shared_node import ROOT

COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]


def test_compose_itself_finds_no_fault():
    tool = next(
        (found for found in (["docker-compose"], ["docker", "compose"]) if shutil.which(found[0]) and _runs(found)),
        None,
    )
    if tool is None:
        pytest.skip("neither docker-compose nor the compose plugin of docker is here")
    done = subprocess.run(
        [*tool, "--profile", "elasticsearch", "config", "-q"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _runs(tool):
    return subprocess.run([*tool, "version"], capture_output=True, check=False).returncode == 0


def test_every_service_runs_a_command_that_there_is():
    ran = {name: service["command"] for name, service in SERVICES.items() if service.get("image") == "vejviser"}
    assert set(ran) == {"prepare", "web", "worker", "search"}
    for command in ran.values():
        assert command[:2] == ["python", "manage.py"]
        assert command[2] in get_commands()


def test_nothing_is_reachable_from_other_machines():
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_server_is_the_one_that_tests_run_against():
    assert SERVICES["elasticsearch"]["image"] == f"elasticsearch:{VERSION}"


def test_what_the_site_needs_is_copied_into_its_image():
    recipe = (ROOT / "Dockerfile").read_text()
    for name in ("requirements.lock", "manage.py", "search", "directory", "cms", "templates", "locale"):
        assert f"COPY {name} " in recipe
        assert (ROOT / name).exists()
