"""When an offer is to be open: chosen, or read from words such as "åbent nu" and "i morgen"."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.times.clock import local_now


@dataclass(frozen=True)
class Opening:
    """A time at which it is to be open: its value in the address, what it is called, the words that wish for it."""

    value: str
    label: str | Promise
    words: re.Pattern[str]
    in_short: re.Pattern[str] | None = None  # words that say it in a short search, and in a sentence tell of oneself


#: A search of so many words names a time for what is sought; a longer text tells how it is today.
_SHORT = 4


def _words(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


#: The times that can be chosen, by the name in the code.
OPENINGS: dict[str, Opening] = {
    "now": Opening("nu", _("Open now"), _words("åbent? (?:lige )?nu", "åbne (?:lige )?nu")),
    "today": Opening("idag", _("Open today"), _words("åbent? i ?dag"), _words("i ?dag")),
    "tomorrow": Opening("imorgen", _("Open tomorrow"), _words("åbent? i ?morgen"), _words("i ?morgen")),
}


@dataclass(frozen=True)
class OpeningWish:
    """What is left of the words, the time that was read from them, and the words that said it; empty where none did."""

    rest: str
    name: str = ""
    typed: str = ""


def read_opening(text: str, unread: Collection[str] = ()) -> OpeningWish:
    """The first time that the words name, and the words without it. What somebody took back is an ordinary word."""
    kept = {typed.casefold() for typed in unread}
    for name, one in OPENINGS.items():
        short = one.in_short if len(text.split()) <= _SHORT else None
        found = one.words.search(text) or (short.search(text) if short else None)
        if found and found[0].casefold() not in kept:
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return OpeningWish(" ".join(rest.split()), name, found[0])
    return OpeningWish(text)


def open_at(name: str) -> datetime | date | None:
    """The moment or the day at which it is to be open, by the clock on a Danish wall."""
    now = local_now()
    moments: dict[str, datetime | date] = {
        "now": now,
        "today": now.date(),
        "tomorrow": now.date() + timedelta(days=1),
    }
    return moments.get(name)
