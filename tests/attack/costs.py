"""The costliest things that a visitor can ask for, beside what people ask for: by the work of the server's processor, not by
the clock, which tells as much of whatever else the machine does."""

import re
import statistics
from urllib.parse import quote, urlencode

from tests.attack.watching import Watch
from tests.attack.wire import Line, ask

#: What people look for.
ORDINARY = (
    *("kaffe", "ensom", "angst", "værested", "gåtur", "nogen at tale med", "hjælp til alkohol", "musik", "mad", "sorg"),
    *("unge", "psykiatri", "min søn drikker", "gratis", "åben i dag", "strikkeklub", "selvhjælpsgruppe", "stress"),
)
#: Times the median of the ordinary.
MOST = 5.0
ROUNDS = 3
#: So often is each asked in a round: the processor's work is told in hundredths of a second, which is about one page.
TIMES = 8

_UNKNOWN = " ".join(f"zqx{letter}rtvw" for letter in "abcdefghijklmnop")
_COMPOUNDS = " ".join(["menneskerettighedsorganisationsmedlem"] * 5)
#: What somebody asks for who wants the site to work hard.
COSTLY = {
    "a text as long as it may be": "/find-tilbud/?q=" + quote(" ".join(["jeg føler mig meget ensom og bange"] * 6)),
    "sixteen unknown words": "/find-tilbud/?q=" + quote(_UNKNOWN),
    "words of many parts": "/find-tilbud/?q=" + quote(_COMPOUNDS),
    "one word without end": "/find-tilbud/?q=" + "ab" * 2000,
    "many short words": "/find-tilbud/?q="
    + quote(" ".join(["i", "å", "ø", "en", "et", "at", "og", "af", "på", "om", "for", "til", "med", "der", "den"] * 4)),
    "misspelt words": "/find-tilbud/?q="
    + quote("ennsomhedd psykiattri misbrukk sellvhjælb dåfne alkohåll strezz anxt"),
    "a thousand choices": "/find-tilbud/?" + "&".join(f"behov=x{number}" for number in range(700)),
    "the last page": "/find-tilbud/?side=18",
    "near a place": "/find-tilbud/?q=kaffe&sted=7100&km=50",
    "today": "/i-dag/",
    "the map": "/kort/",
    "the map of a text": "/kort/?q=" + quote("hjælp til ensomhed"),
    "suggestions": "/q?q=e",
    "a list of many": "/liste/" + "-".join(str(number) for number in range(1, 400)) + "/",
    "the front page": "/",
}


def _chosen(port: int, *, tls: bool) -> dict[str, str]:
    """Every box ticked that the search page offers, by itself, with a text, and on the map."""
    page = ask(port, "/find-tilbud/?alle=behov&alle=maalgruppe", tls=tls).body.decode()
    boxes = re.findall(r'<input[^>]*type="checkbox"[^>]*name="(\w+)"[^>]*value="([^"]*)"', page)
    every = urlencode(boxes)
    assert boxes, "the search page has no boxes to tick: is it still the one that this is about?"
    return {
        "everything chosen": f"/find-tilbud/?{every}"[:8000],
        "everything chosen and a text": f"/find-tilbud/?q=ensom+og+bange+for+mennesker&{every}"[:8000],
        "the map with everything chosen": f"/kort/?{every}"[:8000],
    }


def costs(watch: Watch, port: int, *, tls: bool = False) -> None:
    """Ask for each in turn, some rounds; the least work that it took is what it costs."""
    costly = COSTLY | _chosen(port, tls=tls)
    asked = {words: "/find-tilbud/?q=" + quote(words) for words in ORDINARY} | costly
    best = dict.fromkeys(asked, float("inf"))
    line = Line(port, tls=tls)
    for _ in range(ROUNDS):
        for what, target in asked.items():
            before = watch.site.work()
            for _ in range(TIMES):
                line.send(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            best[what] = min(best[what], watch.site.work() - before)
    line.close()
    median = statistics.median(best[words] for words in ORDINARY)
    ratios = {what: best[what] / median for what in costly}
    for what, ratio in sorted(ratios.items(), key=lambda row: -row[1])[:6]:
        print(f"  {ratio:4.1f} times the median: {what}")
    watch.faults += [f"{what} costs {ratio:.1f} times the median" for what, ratio in ratios.items() if ratio > MOST]
