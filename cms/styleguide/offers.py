"""Made-up offers, from one that answers everything to one of which nobody has told anything."""

from datetime import datetime, timedelta
from itertools import count
from types import SimpleNamespace as Specimen

from django.utils import timezone

from directory.offers.cards import Card, distance_line
from directory.offers.contact import Action
from directory.offers.face import Face
from directory.offers.freshness import Freshness, freshness
from directory.times.status import Status
from search import Piece

PHONE = "12345678"
_KEYS = count(1)


def statuses(now: datetime) -> list[Status]:
    """Every kind of opening status."""
    noon = now.replace(hour=12, minute=0)
    return [
        Status("day_and_night"),
        Status("open", now + timedelta(hours=2)),
        Status("opens", now + timedelta(minutes=5)),
        Status("opens", noon + timedelta(days=1)),
        Status("opens", noon.replace(minute=30) + timedelta(days=4)),
        Status("opens", noon + timedelta(days=20)),
        Status("closed_today", noon + timedelta(days=3)),
        Status("closed", note="Lukket i uge 29–31"),
        Status("call_first"),
        Status("appointment"),
        Status("unknown"),
    ]


def offer(**facts) -> Specimen:
    """An offer with all that a card, the first visit and the freshness line ask for."""
    known = {
        "pk": next(_KEYS),
        "title": "Huset ved åen",
        "teaser": "Et stille værested med kaffe, aviser og en at tale med, hvis du har lyst.",
        "phone": PHONE,
        "state": "open",
        **first_visit(),
        "verified_on": timezone.localdate() - timedelta(days=20),
        "verified_by": "place",
        "get_verified_by_display": lambda: "stedet selv",
        "is_overdue": False,
        "months_since_check": 0,
        "confidence": "confirmed",
        "demonstration": "",
        "source_date": "",
    }
    return Specimen(**(known | facts))


def first_visit() -> dict:
    """The facts on the first visit, all of them told."""
    steps = [
        "Døren er grøn og ligger ved siden af bageren. Du behøver ikke ringe på.",
        "Værten siger hej. Du skal ikke vise kort eller sige dit cpr-nummer.",
        "Du kan sætte dig, hvor du vil. Du behøver ikke sige noget.",
        "Du kan gå igen, når du vil. Du skal ikke forklare hvorfor.",
    ]
    return {
        "shown_steps": [Specimen(text=text, picture=None) for text in steps],
        "first_visit_note": "",
        "host_role": "Værten",
        "host_hours": "hver dag kl. 10–12",
        "host_lived_experience": "yes",
        "shown_host_picture": None,
        "no_demands": "yes",
        "leave_anytime": "yes",
        "companion": "volunteer",
        "get_companion_display": "En frivillig kan følge dig",
        "companion_how": "Send en sms: “Jeg vil gerne følges.”",
        "bring_someone": "yes",
        "call_script": "Hej. Jeg har læst om jer. Må jeg komme forbi og se, hvordan der er?",
    }


def unanswered_offer() -> Specimen:
    """An offer of which nobody has told anything."""
    empty = dict.fromkeys(("phone", "host_role", "host_hours", "companion_how", "call_script", "verified_by"), "")
    unknown = dict.fromkeys(
        ("host_lived_experience", "no_demands", "leave_anytime", "companion", "bring_someone"), "unknown"
    )
    return offer(shown_steps=[], verified_on=None, confidence="low", **empty, **unknown)


def checked() -> list[Freshness]:
    """Listings from fresh to unconfirmed."""
    listings = [
        offer(),
        offer(is_overdue=True, months_since_check=7),
        offer(verified_on=None, confidence="high"),
        offer(verified_on=None, confidence="low"),
        offer(demonstration="unconfirmed", source_date="2026"),
        offer(demonstration="made_up"),
    ]
    return [freshness(listing) for listing in listings]


def sample_cards(now: datetime) -> list[Card]:
    """A card for each thing that can be different."""
    open_until, tomorrow = now + timedelta(hours=2), now.replace(hour=10, minute=0) + timedelta(days=1)
    walk, shelter = offer(title="Gåtur i skoven", host_role=""), offer(title="Krisecenter", no_demands="unknown")
    group = offer(title="Samtalegruppe", state="full")
    hotline = offer(title="Åben telefonrådgivning", is_overdue=True, months_since_check=7)
    hidden = {"where": "Adressen er hemmelig. Ring, så får du at vide, hvor det er.", "access": "Ring først"}
    assessed = {"status": Status("appointment"), "access": "Kommunen skal sige ja først"}
    opens, opens_again = Status("opens", tomorrow), Status("closed_today", tomorrow)
    return [
        card(status=Status("open", open_until), distance=distance_line(1.2), saved=True),
        card(walk, kind="aktivitet i naturen", status=opens, next_day=tomorrow.date()),
        card(offer(title="Genoptræning"), change="Fra 1. januar 2027 er det Region Eksempel, der har ansvaret."),
        card(shelter, kind="råd og vejledning", status=Status("call_first"), **hidden),
        card(unanswered_offer(), access="", price="", audience="", where=""),
        card(group, kind="gruppeforløb", **assessed),
        card(hotline, kind="råd og vejledning", national=True, where="På telefonen", status=opens_again),
    ]


def _teaser(listing: Specimen) -> tuple[Piece, ...]:
    """The line of an offer in which a word that was searched for is marked."""
    before, word = "Et stille ", "værested"
    return Piece(before), Piece(word, marked=True), Piece(listing.teaser[len(before + word) :])


def card(listing: Specimen | None = None, **facts) -> Card:
    """An offer as lists show it."""
    listing = listing or offer()
    face = {
        "where": "Lyngvej 4, 8000 Aarhus C",
        "audience": "Mest for: mennesker med sindslidelse. Fra 18 år",
        "access": "Kom uden aftale",
        "price": "Gratis",
        "status": Status("unknown"),
        "next_day": None,
        "freshness": freshness(listing),
    }
    known = {
        "offer": listing,
        "title": (Piece(listing.title),),
        "teaser": _teaser(listing),
        "url": "#offer",
        "kind": "værested",
        "national": False,
        "municipality": "",
        "distance": "",
        "save_url": "#gem",
        "saved": False,
        "action": Action("Ring", f"tel:{PHONE}"),
    }
    told = {name: facts.pop(name) for name in (*face, "change") if name in facts}
    return Card(face=Face(**(face | told)), **(known | facts))
