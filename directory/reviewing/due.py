"""Who is to be asked on a day. Plain values in, plain values out: nothing here reads the clock or the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from directory.models.facts.freshness import months_between

#: So many days after a question was asked its letters are due: the first, and two reminders.
AFTER_DAYS = (0, 14, 28)
#: Where letters were late, the next one waits at least so many days.
APART = timedelta(days=7)
#: So many months past its day without an answer an offer is proposed to be withdrawn.
MONTHS_TO_WITHDRAW = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an offer on a day: when somebody last stood behind it, and whether its place has been asked since."""

    offer: int
    recipient: str
    verified_on: date | None  # None: nobody ever did
    interval: int  # months after which it is to be asked again
    asked_on: date | None = None  # of the question that is open
    letters: int = 0  # how many went out about it
    last_letter_on: date | None = None


def is_due(standing: Standing, today: date) -> bool:
    """Whether a letter about it is due."""
    if standing.asked_on is None:
        return is_to_be_checked(standing.verified_on, standing.interval, today)
    if standing.letters >= len(AFTER_DAYS):
        return False
    rested = standing.last_letter_on is None or today - standing.last_letter_on >= APART
    return rested and today - standing.asked_on >= timedelta(days=AFTER_DAYS[standing.letters])


def is_to_be_checked(verified_on: date | None, interval: int, today: date) -> bool:
    """Whether so many months have gone since somebody stood behind it, or nobody ever did."""
    return verified_on is None or months_between(verified_on, today) >= interval


def letters_due(standings: Iterable[Standing], today: date) -> dict[str, list[Standing]]:
    """What each recipient is written about: one letter for all that is due."""
    found: dict[str, list[Standing]] = {}
    for standing in standings:
        if standing.recipient and is_due(standing, today):
            found.setdefault(standing.recipient.casefold(), []).append(standing)
    return found
