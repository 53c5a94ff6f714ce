"""Two machines that are new are prepared at the same moment, as containers are: both end well, with one of everything."""

import re
import subprocess
import sys
from contextlib import ExitStack

import pytest

from tests.cms.machines.machine import Machine
from tests.services.shared_node import ROOT

# The marks ask for a test database, which is copied.
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def prepared(machines):
    """What each said at the end of preparing at once with the others, and how it ended."""
    command = [sys.executable, "manage.py", "prepare", "--without-demo"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with ExitStack() as stack:
        started = [
            stack.enter_context(subprocess.Popen(command, cwd=ROOT, env=one.environment, **pipes)) for one in machines
        ]
        return [(process.communicate(), process.returncode) for process in started]


def test_two_that_prepare_a_new_site_at_once_both_end_well(tmp_path, new_database):
    url = new_database(empty=True)
    # A file is shared by containers of one machine, which share the folder too.
    names = ("first", "second") if url.startswith("postgresql") else ("first", "first")
    machines = [Machine(tmp_path / name, url) for name in names]
    ended = prepared(machines)
    assert [code for _said, code in ended] == [0, 0], ended
    for one in machines:
        assert "agree on 0 offers" in one.manage("search_index", "verify")
    again = machines[0].manage("prepare", "--without-demo")
    assert "Behov: 0 nye, 0 opdateret." in again
    assert not re.search(r"[1-9]\d* nye", again)
