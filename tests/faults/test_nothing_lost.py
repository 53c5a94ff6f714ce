"""Hundreds of edits, while the worker is killed and the server hangs, dies and comes back: no edit is lost.

`make faults` makes two thousand edits in each of five different courses of events.
"""

import os
import time
from random import Random

import pytest

pytestmark = [pytest.mark.elastic, pytest.mark.slow]

EDITS = int(os.environ.get("EDITS", "300"))
SEEDS = range(1, 1 + int(os.environ.get("SEEDS", "1")))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_edit_is_lost_whatever_dies(server, site_on, seed):
    site = site_on(f"{server.url}?prefix=lost-{seed}")
    draw = Random(seed)
    editors = site.edit(seed=seed, edits=EDITS)
    while editors.poll() is None:
        site.start_worker()
        time.sleep(draw.uniform(3, 12))
        server_breaks(server, draw)
        site.kill_worker()
    assert editors.returncode == 0
    server.wait()
    site.settle()
    assert "agree" in site.manage("search_index", "verify")


def server_breaks(server, draw):
    chosen = draw.random()
    if chosen < 0.3:
        server.pause()
        time.sleep(draw.uniform(0.5, 4))
        server.resume()
    elif chosen < 0.5:
        server.kill()
        time.sleep(draw.uniform(0, 3))
        server.start()
