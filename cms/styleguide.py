"""Specimens for the page that shows every component in every state. Plain values: no database, no models.

Everything here is made up and says so; the words are Danish, since that is what the components have to carry.
"""

from datetime import datetime, timedelta
from types import SimpleNamespace as Specimen

from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe

PHONE = "12345678"


def page(request):
    """The page itself, for those who build with the components."""
    return render(request, "styleguide.html", specimens())


def specimens() -> dict:
    """What the page shows, by component."""
    now = timezone.localtime().replace(tzinfo=None, second=0, microsecond=0)
    return {
        "home": Specimen(help_phone=PHONE, help_hours="Hverdage kl. 9–15", help_email="hjaelp@example.org"),
        "crumbs": [("Forside", "/"), ("Eksempelforeningen", "/eksempelforeningen/"), ("Huset ved åen", "")],
        "listed": 2,
        "sensitive": True,
        "needs": NEEDS,
        "groups": facet_groups(),
        "chips": [Specimen(label=label, url="?") for label in ("Gratis", "Kom uden aftale", "Stille og roligt")],
        "sorts": [
            Specimen(label="Tættest på", url="?sorter=naermest", selected=True),
            Specimen(label="Åbner først", url="?sorter=foerst", selected=False),
            Specimen(label="Navn", url="?sorter=navn", selected=False),
        ],
        "cards": cards(now),
        "statuses": statuses(now),
        "offers": {"complete": offer(), "missing": unanswered_offer()},
        "checked": checked(),
        "facts": FACTS,
        "unknown_facts": [fact(one.label, "Det ved vi ikke endnu", known=False) for one in FACTS],
        "places": places(),
        "contacts": contacts(),
        "lines": lines(now),
        "topics": ("life", "violence", "acute"),
        "hits": [(Specimen(number=number, last=3), number > 1, number < 3) for number in (1, 2, 3)],
        "alerts": ALERTS,
        "error_links": [("Skriv et postnummer med fire tal", "#find-place"), ("Skriv et helt tal", "#find-age")],
        "feedback_states": ("ask", "tell", "refused", "sent"),
        "qr": mark_safe(QR),  # noqa: S308 - a constant of this file
        "map": mark_safe(MAP),  # noqa: S308 - a constant of this file
    }


NEEDS = [
    ("Nogen at tale med", "forum"),
    ("Et sted at være", "cup"),
    ("Når tankerne er svære", "cloud"),
    ("Jeg hører stemmer eller er bange", "voices"),
    ("Alkohol eller stoffer", "glass"),
    ("Jeg mangler et sted at bo", "home"),
    ("Jeg føler mig alene", "person"),
    ("Penge, mad og breve", "payments"),
    ("Ud i naturen", "tree"),
    ("Spise sammen", "meal"),
    ("Lave noget med hænderne", "palette"),
    ("Ved ikke", "help"),
    ("Lokalforeningsrådgivningsmedarbejderens samtaletilbud", ""),
]

ALERTS = [
    ("info", "Vi holder lukket i uge 29–31", "Stedet åbner igen mandag den 3. august."),
    ("success", "Gemt. Du har 2 tilbud på din liste.", ""),
    ("warning", "Demonstration", "Ikke bekræftet af stedet. Brug ikke siden til at finde hjælp."),
]


def fact(label: str, answer: str, *, known: bool = True) -> Specimen:
    """A row of a table of facts."""
    return Specimen(label=label, answer=answer, known=known)


FACTS = [
    fact("du skal tale med nogen", "Nej"),
    fact("lyd", "Lav snak. Der kan være larm kl. 12–13."),
    fact("lys", "Dæmpet"),
    fact("hvor mange", "Som regel 4 til 8 personer"),
    fact("stille rum", "Ja"),
    fact("alkohol og stoffer", "Du må gerne være påvirket, men ikke drikke eller tage stoffer her"),
    fact("hunde må komme med", "Det ved vi ikke endnu", known=False),
]


def facet_groups() -> list[Specimen]:
    """A long and a short group, one of them with a choice and a fold of its own."""

    def option(param, value, label, count, *, selected=False, depth=0):
        return Specimen(
            id=f"valg-{param}-{value}",
            param=param,
            value=value,
            label=label,
            count=count,
            selected=selected,
            depth=depth,
        )

    needs = [option("behov", f"b{n}", label, 24 - n, depth=n % 3 and 1) for n, (label, _) in enumerate(NEEDS)]
    practical = [
        option("gratis", "ja", "Gratis", 18, selected=True),
        option("anonym", "ja", "Anonymt", 7),
        option("niveaufri", "ja", "Plads til kørestol", 11),
    ]
    return [
        Specimen(name="behov", label="Behov", options=needs[:8], rest=needs[8:], selected=0),
        Specimen(name="praktisk", label="Det praktiske", options=practical, rest=[], selected=1),
        Specimen(
            name="maalgruppe", label="For hvem", options=[option("maalgruppe", "unge", "Unge", 5)], rest=[], selected=0
        ),
    ]


def statuses(now: datetime) -> list[Specimen]:
    """Every kind of opening status."""
    noon = now.replace(hour=12, minute=0)
    return [
        status("open", now + timedelta(hours=2)),
        status("opens", now + timedelta(minutes=5)),
        status("opens", noon + timedelta(days=1)),
        status("opens", noon.replace(minute=30) + timedelta(days=4)),
        status("opens", noon + timedelta(days=20)),
        status("closed_today", noon + timedelta(days=3)),
        status("closed", note="Lukket i uge 29–31"),
        status("full"),
        status("call_first"),
        status("appointment"),
        status("unknown"),
    ]


def status(kind: str, at: datetime | None = None, note: str = "") -> Specimen:
    """What holds now."""
    return Specimen(kind=kind, at=at, note=note)


def offer(**facts) -> Specimen:
    """An offer with all that a card, the first visit and the freshness line ask for."""
    steps = [
        "Døren er grøn og ligger ved siden af bageren. Du behøver ikke ringe på.",
        "Værten siger hej. Du skal ikke vise kort eller sige dit cpr-nummer.",
        "Du kan sætte dig, hvor du vil. Du behøver ikke sige noget.",
        "Du kan gå igen, når du vil. Du skal ikke forklare hvorfor.",
    ]
    known = {
        "title": "Huset ved åen",
        "teaser": "Et stille værested med kaffe, aviser og en at tale med, hvis du har lyst.",
        "phone": PHONE,
        "state": "open",
        "first_visit_steps": Specimen(all=[Specimen(text=text) for text in steps]),
        "first_visit_note": "",
        "host_role": "Værten",
        "host_hours": "hver dag kl. 10–12",
        "host_lived_experience": "yes",
        "no_demands": "yes",
        "leave_anytime": "yes",
        "companion": "volunteer",
        "get_companion_display": "En frivillig kan følge dig",
        "companion_how": "Send en sms: “Jeg vil gerne følges.”",
        "bring_someone": "yes",
        "call_script": "Hej. Jeg har læst om jer. Må jeg komme forbi og se, hvordan der er?",
        "verified_on": timezone.localdate() - timedelta(days=20),
        "verified_by": "place",
        "get_verified_by_display": "stedet selv",
        "is_overdue": False,
        "months_since_check": 0,
        "confidence": "confirmed",
        "demonstration": "",
        "source_date": "",
    }
    return Specimen(**(known | facts))


def unanswered_offer() -> Specimen:
    """An offer of which nobody has told anything."""
    empty = dict.fromkeys(("phone", "host_role", "host_hours", "companion_how", "call_script", "verified_by"), "")
    unknown = dict.fromkeys(
        ("host_lived_experience", "no_demands", "leave_anytime", "companion", "bring_someone"), "unknown"
    )
    return offer(first_visit_steps=Specimen(all=[]), verified_on=None, confidence="low", **empty, **unknown)


def checked() -> list[Specimen]:
    """Listings from fresh to unconfirmed."""
    return [
        offer(),
        offer(is_overdue=True, months_since_check=7),
        offer(verified_on=None, confidence="high"),
        offer(verified_on=None, confidence="low"),
        offer(demonstration="unconfirmed", source_date="2026"),
        offer(demonstration="made_up"),
    ]


def cards(now: datetime) -> list[Specimen]:
    """A card for each thing that can be different."""
    open_until, tomorrow = now + timedelta(hours=2), now.replace(hour=10, minute=0) + timedelta(days=1)
    hidden = "Adressen er hemmelig. Ring, så får du at vide, hvor det er."
    return [
        card(status=status("open", open_until), km=1.2),
        card(
            offer(title="Gåtur i skoven", host_role=""),
            kind="aktivitet i Sundhedsskoven",
            status=status("opens", tomorrow),
            next_day=tomorrow.date(),
        ),
        card(
            offer(title="Krisecenter", no_demands="unknown"),
            kind="råd og vejledning",
            where=hidden,
            access="Ring først",
            status=status("call_first"),
        ),
        card(unanswered_offer(), status=status("unknown"), access="", price="", audience="", where=""),
        card(
            offer(title="Samtalegruppe", state="full"),
            kind="gruppeforløb",
            status=status("appointment"),
            access="Kommunen skal sige ja først",
        ),
        card(
            offer(title="Åben telefonrådgivning", is_overdue=True, months_since_check=7),
            kind="råd og vejledning",
            national=True,
            where="På telefonen",
            status=status("closed_today", tomorrow),
        ),
    ]


def card(listing: Specimen | None = None, **facts) -> Specimen:
    """An offer as lists show it."""
    known = {
        "offer": listing or offer(),
        "url": "#offer",
        "kind": "værested",
        "where": "Lyngvej 4, 8000 Aarhus C",
        "national": False,
        "municipality": "",
        "audience": "Mest for: mennesker med sindslidelse. Fra 18 år",
        "access": "Kom uden aftale",
        "price": "Gratis",
        "status": status("unknown"),
        "next_day": None,
        "km": None,
    }
    return Specimen(**(known | facts))


def places() -> dict[str, Specimen]:
    """A place that may be shown."""
    public = Specimen(
        street="Lyngvej 4, 2. th.",
        town_line="8000 Aarhus C",
        entrance="Grøn dør med et lille skilt. Ingen klokke.",
        nearest_stop="Banegården",
        walk_minutes=6,
        route_steps=["Gå ud ad hovedindgangen.", "Drej til højre ved kiosken.", "Døren er den tredje på venstre hånd."],
        parking="To pladser i gården",
    )
    return {
        "public": public,
        "getting_in": [fact("niveaufri hele vejen ind", "Nej, der er trapper"), fact("lift", "Ja")],
    }


def contacts() -> list[Specimen]:
    """A place that can be reached in many ways, and one of which nothing is known."""
    full = Specimen(
        phone=PHONE,
        phone_hours="Hverdage kl. 9–15",
        sms="yes",
        email="hej@example.org",
        website="https://example.org/",
        who_answers="værten",
    )
    return [full, Specimen(phone="", phone_hours="", sms="unknown", email="", website="", who_answers="")]


def lines(now: datetime) -> dict[str, list[Specimen]]:
    """Lines that are open, closed and not checked lately."""

    def line(name, *, trusted, always=False, kind="unknown", at=None, anonymous=False):
        told = Specimen(
            name=name,
            number=PHONE,
            about="",
            hours_are_trusted=trusted,
            always_open=always,
            is_anonymous=anonymous,
            asks_for_cpr="unknown" if anonymous else "yes",
            source_url="https://example.org/",
        )
        return Specimen(line=told, status=status(kind, at))

    always = line("Eksempellinjen", trusted=True, always=True, anonymous=True)
    closed = line("Aftenlinjen", trusted=True, kind="opens", at=now + timedelta(hours=3))
    unchecked = line("Linjen uden tider", trusted=False)
    return {"open": [always], "closed": [closed, always], "unchecked": [unchecked]}


#: A drawing in the place of a code and of a map: shapes that show size, colours and edges.
QR = (
    '<svg viewBox="0 0 7 7" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h7v7H0z"/>'
    '<path d="M0 0h3v3H0zM4 0h1v2H4zM6 0h1v1H6zM0 4h2v1H0zM3 4h4v1H3zM0 6h3v1H0zM5 6h2v1H5z"/></svg>'
)
MAP = (
    '<svg viewBox="0 0 400 160"><path class="land" d="M0 40 90 10l120 30 60-30 130 40v110H0z"/>'
    '<circle class="pin" cx="180" cy="90" r="12"/><text class="pin-number" x="180" y="95" text-anchor="middle" '
    'font-size="13">1</text></svg>'
)
