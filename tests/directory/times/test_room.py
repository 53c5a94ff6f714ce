"""The room of times stands below the models: its values can be made, and asked, where no app is installed."""

import os
import pkgutil
import subprocess
import sys

import directory.times

_PROGRAM = """
import importlib, sys
from django.conf import settings
settings.configure()
for name in {names}:
    importlib.import_module(name)
from datetime import date, datetime, time
from directory.times.hours import WeeklyHours
from directory.times.schedule import Schedule
from directory.times.status import status_of
cafe = Schedule(weekly=(WeeklyHours(0, time(10), time(15)),))
assert status_of(cafe, datetime(2026, 11, 23, 12)).is_open
assert len(cafe.week(date(2026, 11, 23))[0][1]) == 1
print([name for name in sys.modules if name.startswith(("directory.models", "wagtail", "modelcluster"))])
"""


def test_times_know_no_model():
    names = [module.name for module in pkgutil.iter_modules(directory.times.__path__, "directory.times.")]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(names=names)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout.strip(), ran.stderr) == ("[]", "")
    assert len(names) >= 8
