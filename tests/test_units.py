"""The units that ship for systemd: systemd itself finds no fault in them, and they run what there is."""

import re
import shutil
import subprocess
import sys

import pytest
from django.core.management import get_commands

from tests.services.shared_node import ROOT

UNITS = sorted((ROOT / "deploy" / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]


def test_systemd_finds_no_fault(tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not here")
    for unit in UNITS:
        # Where they will stand there is nothing yet: programs of here stand for those of there.
        text = re.sub(r"/srv/vejviser/\.venv/bin/\w+", sys.executable, unit.read_text())
        (tmp_path / unit.name).write_text(text.replace("/srv/vejviser", str(tmp_path)))
    paths = [str(tmp_path / unit.name) for unit in UNITS]
    done = subprocess.run(["systemd-analyze", "verify", *paths], capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines() if "vejviser" in line]
    assert told == []


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.stem)
def test_a_unit_runs_a_command_that_there_is_as_somebody_who_may_do_little(unit):
    text = unit.read_text()
    assert all(name in get_commands() for name in re.findall(r"manage\.py (\w+)", text))
    assert "manage.py" in text or "gunicorn --config python:cms.serving.config" in text
    for rule in ("User=vejviser", "NoNewPrivileges=yes", "ProtectSystem=strict", "EnvironmentFile=/etc/vejviser.env"):
        assert rule in text


def test_whatever_runs_for_ever_is_started_again_and_the_rest_has_a_timer():
    names = {unit.name for unit in UNITS}
    for unit in SERVICES:
        assert ("Restart=always" in unit.read_text()) is (f"{unit.stem}.timer" not in names)
    assert {"vejviser-web.service", "vejviser-search.service", "vejviser-tasks.service"} <= names
