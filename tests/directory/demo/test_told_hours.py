"""Hours that the demonstration's offers tell in words: what an editor can accept as rows, and what stays as it is told."""

import json
from collections import Counter
from pathlib import Path

from django.utils import translation

import directory.demo
from directory.times.sentences import hours_in_words
from directory.times.told import hours_told

OFFERS = json.loads((Path(directory.demo.__file__).parent / "data" / "offers.json").read_text(encoding="utf-8"))
TOLD = [offer for offer in OFFERS if offer["schedule_text"]]


def test_every_text_is_read_without_a_doubt_or_shown_as_it_is_told():
    """The page shows the text in each case; what is read is offered to the editor as rows."""
    found = Counter(
        "rows of its own"
        if offer["opening_hours"]
        else "suggested"
        if hours_told(offer["schedule_text"])
        else "as told"
        for offer in TOLD
    )
    assert found == {"rows of its own": 1, "suggested": 11, "as told": 63}


def test_what_is_suggested_is_what_the_texts_say():
    with translation.override("da"):
        suggested = Counter("; ".join(hours_in_words(hours_told(offer["schedule_text"]))) for offer in TOLD)
    del suggested[""]
    assert suggested == {
        "Hver dag hele døgnet": 9,
        "Mandag kl. 12–15; Torsdag kl. 9.30–15": 1,
        "Mandag og torsdag kl. 9.30–11.30": 1,
    }
