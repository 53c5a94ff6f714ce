"""A site of which an operator has left out every app that can be left out: nothing of them is read, and nothing is missed."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
OPTIONAL = [app for app in settings.INSTALLED_APPS if app.startswith("directory.")]
LEFT_OUT = (
    f"from cms.settings.test import *\nINSTALLED_APPS = [app for app in INSTALLED_APPS if app not in {OPTIONAL}]\n"
)
#: A model that is read without its app would become one of `directory`, whose table is nowhere.
ASK = """
import sys
import django
django.setup()
from django.core.management import call_command
from django.urls import get_resolver
from directory.demo import loading
call_command("check")
print(len(get_resolver().url_patterns) > 0, sorted(name for name in sys.modules if name in {models!r}))
"""


def test_nothing_of_an_app_that_is_left_out_is_read(tmp_path):
    (tmp_path / "left_out.py").write_text(LEFT_OUT)
    models = {f"{app}.models" for app in OPTIONAL}
    told = subprocess.run(
        [sys.executable, "-c", ASK.format(models=models)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}:{ROOT}", "DJANGO_SETTINGS_MODULE": "left_out"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr[-2000:]
    assert told.stdout.splitlines()[-1] == "True []"
