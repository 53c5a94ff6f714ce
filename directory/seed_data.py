"""The data that ship with the directory, each file's source and licence in `data/README.md`."""

import json
from pathlib import Path

DATA = Path(__file__).parent / "data"


def seed_data(name: str):
    """What a file of `directory/data` holds: `seed_data("needs.json")`."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))
