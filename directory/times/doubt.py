"""Words of a note that make hours unsure: they are told as they were written, and nothing is "open now" by them."""

import re

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
#: Words that a season, in months or between two days, answers.
_SEASON = re.compile(rf"\b({_MONTHS}|sæson\w*|sommer\w*|vinter\w*|forår\w*|efterår\w*)\b")
#: Words that what is told of public holidays answers.
_HOLIDAYS = re.compile(r"\b(hellig\w*|jul|julen|juledag\w*|påske\w*|nytår\w*)\b")
#: Words that no other field answers.
_ANY = re.compile(
    r"\b(luk\w*|ferie\w*|skoleferie\w*|efter aftale|undtage\w*|ca|cirka|omkring|normalt|som regel|kan variere|varier\w*|"
    r"skiftende|af og til|nogle|ring (først|i forvejen)|hver (anden|tredje|fjerde|14)|om måneden|ikke åbent)\b"
)


def tells_a_season(note: str) -> bool:
    """Whether a note says that something holds for a part of the year."""
    return bool(note) and bool(_SEASON.search(note.casefold()))


def leaves_doubt(note: str, *, season_known: bool = False, holidays_known: bool = False) -> bool:
    """Whether hours with this note may not hold, as far as nothing else has answered what it says."""
    if not note:
        return False
    told = note.casefold()
    seasonal, holiday = tells_a_season(told), bool(_HOLIDAYS.search(told))
    if (seasonal and not season_known) or (holiday and not holidays_known):
        return True
    # "Closed in November" is answered where the season is, "closed on holidays" where the holidays are.
    return bool(_ANY.search(told)) and not (seasonal or holiday)
