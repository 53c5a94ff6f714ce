"""A shell in which an operator types one block of the guide after the other."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Self

#: Ends what a block says.
_DONE = "operator: done"


class Session:
    """One bash for the whole path, so that `cd` and functions stay; it ends with the first command that fails."""

    def __init__(self, log: Path, environment: Mapping[str, str], cwd: Path) -> None:
        self._log = log
        self._blocks = 0
        with log.open("wb") as said:
            self._shell = subprocess.Popen(
                ["bash", "-euo", "pipefail"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                env=environment,
                cwd=cwd,
                text=True,
            )

    def type(self, block: str) -> str:
        """Run a block to its end; what it said."""
        self._blocks += 1
        path = self._log.with_name(f"block-{self._blocks}.sh")
        path.write_text(block)
        self._shell.stdin.write(f". {path} < /dev/null; echo '{_DONE}'\n")
        self._shell.stdin.flush()
        said = []
        for line in self._shell.stdout:
            if line.strip() == _DONE:
                return "".join(said)
            said.append(line)
        raise AssertionError(f"{block}\n{''.join(said)}\n{self._log.read_text()[-3000:]}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        self._shell.stdin.close()
        self._shell.wait()
        self._shell.stdout.close()
