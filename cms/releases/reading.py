"""Reads the file that comes with the program. It is the same as long as the process lives."""

import json
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("releases.json")


class Weight(IntEnum):
    """How much a message matters; the heaviest stands first."""

    NOTE = 1
    IMPORTANT = 2


@dataclass(frozen=True)
class Release:
    """A version, and what is new in it for people: Danish sentences."""

    version: str
    news: tuple[str, ...]


@dataclass(frozen=True)
class Message:
    """A Danish sentence for administrators, from one day to another, both included."""

    text: str
    begins: date
    ends: date
    weight: Weight


@cache
def releases() -> tuple[Release, ...]:
    """All that are told of, the newest first."""
    return tuple(Release(row["version"], tuple(row["news"])) for row in _file()["releases"])


@cache
def all_messages() -> tuple[Message, ...]:
    """All that come with the program, also those whose time is over or has not come."""
    return tuple(
        Message(
            row["text"], date.fromisoformat(row["from"]), date.fromisoformat(row["to"]), Weight[row["weight"].upper()]
        )
        for row in _file()["messages"]
    )


def messages(day: date) -> list[Message]:
    """Those of a day, the heaviest first."""
    told = [message for message in all_messages() if message.begins <= day <= message.ends]
    return sorted(told, key=lambda message: (-message.weight, message.begins))


def _file() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))
