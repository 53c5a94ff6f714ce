"""Which places have what on a hard day: those that said yes, those that have not answered and can be called, and no guess."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from directory.asking.known import Known, known_by_offer
from directory.asking.models import AskedOffer, DayFact
from directory.hard_days.modes import Mode
from directory.models import OfferPage
from directory.offers.lines import where_line


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in a list of a hard day: its name and address, its number, and the condition of its yes."""

    title: str
    url: str
    where: str
    phone: str
    condition: str = ""


@dataclass(frozen=True)
class FactList:
    """What is known of one thing that people ask for."""

    label: str
    has: tuple[PlaceLine, ...]
    #: Those that have not answered and have a number.
    to_call: tuple[PlaceLine, ...]
    #: How many said no.
    without: int

    @property
    def is_unknown(self) -> bool:
        """Whether no place has answered at all."""
        return not self.has and not self.without


def fact_lists(mode: Mode, url: Callable[[OfferPage], str], day: date) -> list[FactList]:
    """What holds on a day of everything that counts in a mode, in two queries. `url` gives the address of an offer."""
    if not mode.campaigns:
        return [FactList(str(DayFact(fact).label), (), (), 0) for fact in mode.facts]
    told = _told(mode, day)
    silent = list(
        AskedOffer.objects.filter(campaign__in=mode.campaigns, replied_at=None)
        .exclude(campaign__sent_at=None)
        .values_list("campaign__fact", "offer")
    )
    keys = {row.offer for row in told} | {offer for _fact, offer in silent}
    offers = _offers(keys)
    return [
        _of_fact(fact, told, {offer for about, offer in silent if about == fact}, offers, url) for fact in mode.facts
    ]


def _told(mode: Mode, day: date) -> list[Known]:
    """The answers of a mode's campaigns that hold on a day."""
    known = known_by_offer(day)
    return [row for rows in known.values() for row in rows if row.campaign in mode.campaigns]


def _offers(keys: set[int]) -> dict[int, OfferPage]:
    shown = OfferPage.objects.shown().filter(pk__in=keys).select_related("place").order_by("title", "pk")
    return {offer.pk: offer for offer in shown}


def _of_fact(
    fact: str, told: list[Known], silent: set[int], offers: dict[int, OfferPage], url: Callable[[OfferPage], str]
) -> FactList:
    about = {row.offer: row for row in told if row.fact == fact and row.offer in offers}
    has = [offer for key, offer in offers.items() if key in about and about[key].is_yes]
    to_call = [offer for key, offer in offers.items() if key in silent and key not in about and offer.phone]
    return FactList(
        str(DayFact(fact).label),
        tuple(_line(offer, url, about[offer.pk].condition) for offer in has),
        tuple(_line(offer, url) for offer in to_call),
        sum(not row.is_yes for row in about.values()),
    )


def _line(offer: OfferPage, url: Callable[[OfferPage], str], condition: str = "") -> PlaceLine:
    return PlaceLine(offer.title, url(offer), where_line(offer), offer.phone, condition)
