"""Writes .env for the containers: `make env`. Secrets are made here, once; a file that is there is left alone."""

import os
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: What a trial on one's own machine has instead of what stands in the example.
TRIAL = {"DJANGO_SETTINGS_MODULE": "cms.settings.trial", "BEHIND_PROXY": "off", "HTTPS": "off"}


def text() -> str:
    """The example, with secrets of its own, for a trial."""
    told = TRIAL | {"SECRET_KEY": secrets.token_urlsafe(50), "POSTGRES_PASSWORD": secrets.token_hex(20)}
    lines = []
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        name, is_value, _value = line.partition("=")
        lines.append(f"{name}={told[name]}" if is_value and name in told else line)
    return "\n".join(lines) + "\n"


def write(path: Path) -> bool:
    """Write the file for its owner alone; whether it was written."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text())
    return True


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".env"
    print(f"{target}: {'written' if write(target) else 'is there already, and left alone'}")  # noqa: T201 - it is a command
