"""Every type of page, with an address that shows one. A new type of page is one line here."""

import re
import urllib.request
from dataclasses import dataclass, field, replace

EKSEMPEL, VEJLE, PORTAL = "eksempel.localhost", "vejle.localhost", "localhost"
#: Where it is a hard day.
RANDERS = "randers.localhost"


@dataclass(frozen=True)
class PageType:
    """A type of page: its name, where one stands, what is allowed to be different about it.

    `{list}` in a path stands for the keys of three offers, as they stand in the address of a visitor's list; `{offer}` for
    the key of one, `{day}` for that of a hard day.
    """

    name: str
    path: str
    host: str = EKSEMPEL
    status: int = 200
    sensitive: bool = False
    budget: dict[str, int] = field(default_factory=dict)
    #: What the browser is told to remember, by name: only where that is what somebody came for.
    kept: tuple[str, ...] = ()

    def address(self, port: int) -> str:
        """Where it is on a site that is served on this port."""
        return f"http://{self.host}:{port}{self.path}"

    def on(self, port: int) -> "PageType":
        """The type with the keys that offers have on the site that is served on this port."""
        if "{" not in self.path:
            return self
        if "{day}" in self.path:
            return replace(self, path=self.path.format(day=_found(port, RANDERS, "/", r"/lige-nu/(\d+)/")[0]))
        keys = _found(port, EKSEMPEL, "/find-tilbud/", r'id="t(\d+)"')[:3]
        return replace(self, path=self.path.format(list="-".join(keys), offer=keys[0]))


def _found(port: int, host: str, path: str, pattern: str) -> list[str]:
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})
    with urllib.request.urlopen(asked, timeout=30) as page:
        return re.findall(pattern, page.read().decode())


MAP_BUDGET = {"css": 14_000, "js": 46_000, "other": 18_000, "total": 120_000, "requests": 14}
#: Beside the stylesheet of every page they have one of their own, for paper.
LIST_BUDGET = {"css": 11_200}
_HELP = "/eksempel-kommune-stoette-og-sundhed"
PAGE_TYPES = (
    PageType("portal", "/", PORTAL),
    PageType("municipality", "/"),
    PageType("found on the portal", "/find-tilbud/", PORTAL),
    # Every need of the country at once: nobody begins here.
    PageType("all choices of one kind", "/find-tilbud/?alle=behov", PORTAL, budget={"html": 10_500}),
    PageType("found by words", "/find-tilbud/?q=ensomhed&behov=ensomhed", VEJLE, sensitive=True),
    PageType("nothing found", "/find-tilbud/?q=zzzzqqq", sensitive=True),
    PageType("crisis", "/find-tilbud/?q=jeg+vil+ikke+leve+mere", sensitive=True),
    PageType("drop-in centre", f"{_HELP}/den-groenne-doer/"),
    PageType("group course", f"{_HELP}/mod-paa-mere/"),
    PageType("forest activity", f"{_HELP}/baal-og-broed/"),
    PageType("peer offer", f"{_HELP}/tal-med-en-peer/"),
    PageType("association", "/foreningen-faelles-bord/faelles-bord/"),
    PageType("guidance", f"{_HELP}/hjaelp-til-penge-og-breve/"),
    PageType("secret address", "/krisecentret-lae/et-trygt-sted-at-bo-for-en-tid/", sensitive=True),
    PageType("real offer", "/hele-landet/boerns-vilkaar/boernetelefonen/", VEJLE),
    PageType("organisation", f"{_HELP}/"),
    PageType("list", "/liste/{list}/", sensitive=True),
    PageType("comparison", "/liste/{list}/sammenlign/", sensitive=True, budget=LIST_BUDGET),
    PageType("week board", "/liste/{list}/uge/", sensitive=True, budget=LIST_BUDGET),
    PageType("empty list", "/liste/", sensitive=True),
    PageType("paper", "/liste/{list}/print/", sensitive=True, budget=LIST_BUDGET),
    PageType("sheet to prepare on", "/forbered/{offer}/", sensitive=True, budget=LIST_BUDGET),
    PageType("for professionals", "/fagfolk/"),
    PageType("sheet to fill in", "/fagfolk/ark/haab-og-droemme/", budget=LIST_BUDGET),
    PageType("help now", "/hjaelp-nu/", sensitive=True, budget={"total": 12_000}),
    PageType("today", "/i-dag/"),
    PageType("front page of a hard day", "/", RANDERS),
    PageType("hard day", "/lige-nu/{day}/", RANDERS),
    PageType("notice of a hard day", "/lige-nu/{day}/opslag/", RANDERS, budget=LIST_BUDGET),
    PageType("calendar", "/kalender/"),
    PageType("calendar of a need", "/kalender/?vis=maaned&behov=ensomhed"),
    PageType("screen on a wall", "/kalender/skaerm/"),
    PageType("shared computer", "/faelles-computer/", kept=("vejviser-shared",)),
    PageType("place", "/sted/huset-ved-broen-eksempelby/"),
    # The script of the movable map has a budget of its own: only who asks for the map fetches it.
    PageType("map", "/kort/?sted=7100", VEJLE, budget=MAP_BUDGET),
    PageType("map of words", "/kort/?q=ensomhed", sensitive=True, budget=MAP_BUDGET),
    PageType("need", "/behov/ensomhed/", VEJLE),
    PageType("card of the front page", "/valg/nogen-at-tale-med/"),
    PageType("question", "/find-vej/?spurgt=1", sensitive=True),
    PageType("target group", "/maalgruppe/paaroerende/"),
    PageType("text", "/om/"),
    PageType("text about privacy", "/saadan-passer-vi-paa-dig/"),
    PageType("text in English", "/en/tilgaengelighed/"),
    PageType("text on traces", "/historik/", sensitive=True),
    PageType("feedback on an offer", "/tilbagemelding/?tilbud={offer}", sensitive=True),
    PageType("feedback on a search", "/tilbagemelding/", sensitive=True),
    PageType("thanks for feedback", "/tilbagemelding/tak/", sensitive=True),
    PageType("not found", "/findes-ikke/", status=404),
    # For those who build: it holds everything at once, and may grow.
    PageType("all components", "/stil/", budget={"html": 20_000, "elements": 1_500, "total": 70_000}),
    PageType("English", "/en/find-tilbud/"),
)
