"""What is told of the program: what is new in each version, messages for a time, versions with a fault."""

import json
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("releases.json")
#: Letters of a sentence, and rows of each list; more is not read.
MAX_SENTENCE, MAX_ROWS = 500, 100


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


@dataclass(frozen=True)
class Fault:
    """A Danish sentence about a fault of security, and the versions that have it."""

    text: str
    versions: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """All that is told of the program in one place."""

    releases: tuple[Release, ...] = ()  # the newest first
    messages: tuple[Message, ...] = ()  # also those whose time is over or has not come
    faults: tuple[Fault, ...] = ()

    def of_day(self, day: date) -> list[Message]:
        """The messages of a day."""
        return [message for message in self.messages if message.begins <= day <= message.ends]

    def faults_of(self, version: str) -> list[str]:
        """What is told of the faults of a version."""
        return [fault.text for fault in self.faults if version in fault.versions]


def read_news(told: str) -> News:
    """The news that JSON tells. Raises ValueError, with what is wrong, where it is not of this shape."""
    try:
        rows = json.loads(told)
        return News(
            tuple(Release(_sentence(row["version"]), _sentences(row["news"])) for row in _rows(rows, "releases")),
            tuple(_message(row) for row in _rows(rows, "messages")),
            tuple(Fault(_sentence(row["text"]), _sentences(row["versions"])) for row in _rows(rows, "faults")),
        )
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"no news of the program ({type(error).__name__}: {error})") from error


@cache
def our_news() -> News:
    """What came with the program: the same as long as the process lives."""
    return read_news(FILE.read_text(encoding="utf-8"))


def _rows(told: dict, name: str) -> list[dict]:
    return list(told.get(name, []))[:MAX_ROWS]


def _message(row: dict) -> Message:
    begins, ends = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
    return Message(_sentence(row["text"]), begins, ends, Weight[row["weight"].upper()])


def _sentences(told: list) -> tuple[str, ...]:
    return tuple(_sentence(text) for text in list(told)[:MAX_ROWS])


def _sentence(told: str) -> str:
    if not isinstance(told, str):
        raise TypeError(f"a sentence was expected, and not {told!r:.40}")
    return told[:MAX_SENTENCE]
