"""Writes the settings, once; a file that is there is left alone. Secrets are made here.

make env                                                  # .env for the containers, as a trial on this machine
python3 deploy/new_env.py /etc/vejviser.env NAME=VALUE …  # for real visitors, with these values
"""

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: What a trial on one's own machine has instead of what stands in the example.
TRIAL = {"DJANGO_SETTINGS_MODULE": "cms.settings.trial", "BEHIND_PROXY": "off", "HTTPS": "off"}


def text(values: Mapping[str, str]) -> str:
    """The example with these values, and with secrets of its own."""
    told = {"SECRET_KEY": secrets.token_urlsafe(50), "POSTGRES_PASSWORD": secrets.token_hex(20)} | values
    lines = []
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        name, is_value, _value = line.partition("=")
        lines.append(f"{name}={told.pop(name)}" if is_value and name in told else line)
    if told:
        sys.exit(f"No setting is called {', '.join(told)}: .env.example has all of them.")
    return "\n".join(lines) + "\n"


def write(path: Path, values: Mapping[str, str]) -> bool:
    """Write the file for its owner alone; whether it was written."""
    made = text(values)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(made)
    return True


def main(words: list[str]) -> None:
    """The first word names the file, the others give values; without values it is a trial."""
    path = Path(words[0]) if words else ROOT / ".env"
    pairs = [word.partition("=") for word in words[1:]]
    written = write(path, {name: value for name, _, value in pairs} or TRIAL)
    print(f"{path}: {'written' if written else 'is there already, and left alone'}")  # noqa: T201 - it is a command


if __name__ == "__main__":
    main(sys.argv[1:])
