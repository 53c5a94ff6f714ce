"""The list as a week, to hang up, cut up or write on."""

from dataclasses import dataclass

from directory.models import OfferPage
from directory.offers.cards import Card, cards
from directory.offers.shown import shown_offers
from directory.shortlist.page import list_url
from directory.sites.shortlist import Shortlist
from directory.times.clock import local_now
from directory.times.schedule import days_from
from directory.times.span import Span

#: The symbol of each kind, for those who read pictures; other kinds have a house.
_SYMBOLS = {
    "drop_in_centre": "cup",
    "group_course": "student",
    "health_forest_activity": "tree",
    "peer_offer": "people",
    "association": "persons",
    "guidance": "chat",
}
#: Papers that it is made for, the first when nothing is asked for.
PAPERS = ("a4", "a3")


@dataclass(frozen=True)
class Entry:
    """An offer at a time of a day; without a time where nobody has told it."""

    offer: OfferPage
    symbol: str
    where: str
    span: Span | None = None


def week_board_page(request, shortlist: Shortlist) -> dict:
    """Seven days from today with what takes place, and apart from them what has no times."""
    listed, today = cards(shown_offers(shortlist.keys), request), local_now().date()
    weeks = [(card, card.offer.schedule.week(today)) for card in listed]
    days = [
        (day, sorted((_entry(card, span) for card, week in weeks for span in dict(week)[day]), key=_start))
        for day in days_from(today, 7)
    ]
    return {
        "days": days if listed else [],
        "untold": [_entry(card) for card, week in weeks if not any(spans for _, spans in week)],
        "paper": paper(request),
        "papers": PAPERS,
        "list_url": list_url(shortlist),
    }


def paper(request) -> str:
    """The paper that is asked for."""
    asked = request.GET.get("papir", "")
    return asked if asked in PAPERS else PAPERS[0]


def _entry(card: Card, span: Span | None = None) -> Entry:
    return Entry(card.offer, _SYMBOLS.get(card.offer.specific_class.kind, "home"), card.face.where, span)


def _start(entry: Entry):
    return entry.span.start, entry.offer.title
