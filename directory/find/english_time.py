"""English words of time, in the shape of the Danish ones beside them. What is written in several words stands here as one."""

import re
from typing import Literal

DAYS: dict[re.Pattern[str], tuple[int, ...]] = {
    re.compile(rf"{name}days?"): (number,)
    for number, name in enumerate(("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
} | {re.compile(r"weekdays?"): tuple(range(5)), re.compile(r"weekends"): (5, 6)}
PARTS = {
    "morning": re.compile(r"mornings?"),
    "afternoon": re.compile(r"afternoons?"),
    "evening": re.compile(r"evenings?"),
    "night": re.compile(r"nights?"),
}
#: A Friday night is its evening.
DAY_AND_NIGHT = re.compile(r"((?:mon|tues|wednes|thurs|fri|satur|sun)day)nights?")
AHEAD = {
    "today": ("today", ""),
    "tomorrow": ("tomorrow", ""),
    "tonight": ("today", "evening"),
    "dayaftertomorrow": ("day_after_tomorrow", ""),
    "thismorning": ("today", "morning"),
    "thisafternoon": ("today", "afternoon"),
    "thisevening": ("today", "evening"),
}
IN_OTHER_WORDS = {"afterschool": "afternoon", "afterwork": "evening"}


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written in one line."""
    return frozenset(text.split())


#: Around a time, by what they do there. Most are words of Danish too, so they are read on English pages alone.
AROUND: dict[Literal["and", "until", "early", "small"], str] = {
    "and": "and or",
    "until": "to until through",
    "early": "early",
    "small": "on in at the this every each next coming right late",
}
ASKING = word_set("where find looking need place places somewhere something anything anyone offers")
NIGHT_PLACES = word_set("sleep bed shelter hostel help talk to someone phone chat")
TELLING = word_set("i'm my we our she they was were not feel feels can't drinking smoking cry crying bored")
#: Words that are Danish too, and then tell nothing.
TELLING_IN_ENGLISH = word_set("i am is are me us he him his her them no have has drink smoke")
