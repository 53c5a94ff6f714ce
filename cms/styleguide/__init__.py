"""Specimens for the page that shows every component in every state. Plain values: no database, no models.

Everything here is made up and says so; the words are Danish, since that is what the components have to carry.
"""

from datetime import datetime, timedelta
from types import SimpleNamespace as Specimen

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe

from cms.styleguide.offers import PHONE, checked, offer, sample_cards, statuses, unanswered_offer
from directory.times.status import Status


def page(request):
    """The page itself, for those who build with the components."""
    if not settings.STYLEGUIDE:
        raise Http404
    return render(request, "styleguide.html", specimens())


def specimens() -> dict:
    """What the page shows, by component."""
    now = timezone.localtime().replace(tzinfo=None, second=0, microsecond=0)
    return {
        "home": Specimen(help_phone=PHONE, help_hours="Hverdage kl. 9–15", help_email="hjaelp@example.org"),
        "crumbs": [("Forside", "/"), ("Eksempelforeningen", "/eksempelforeningen/"), ("Huset ved åen", "")],
        "sensitive": True,
        "needs": NEEDS,
        **search(),
        "cards": sample_cards(now),
        "statuses": statuses(now),
        "offers": {"complete": offer(), "missing": unanswered_offer()},
        "checked": checked(),
        "told": TOLD,
        "places": places(),
        "contacts": contacts(),
        "lines": sample_lines(now),
        "crisis": crisis(now),
        "beside": beside(now),
        "alerts": ALERTS,
        "error_links": [("Skriv et postnummer med fire tal", "#find-place"), ("Skriv et helt tal", "#find-age")],
        "handover": sample_handover(),
        "map": Specimen(svg=mark_safe(MAP), label="Kort: stedet ligger midt i byen", about=True),  # noqa: S308
    }


def search() -> dict:
    """What stands round the hits of a search: choices, chips, ways to sort, pages."""
    return {
        "groups": facet_groups(),
        "chips": [Specimen(label=label, url="?") for label in ("Gratis", "Kom uden aftale", "Stille og roligt")],
        "asked": Specimen(text="ensom", place_typed="9999", unknown_place="9999", age_typed="34", is_anything=True),
        "sorts": [
            Specimen(label="Tættest på", value="", selected=True),
            Specimen(label="Snarest", value="foerst", selected=False),
            Specimen(label="Navn", value="navn", selected=False),
        ],
        "hits": [(Specimen(number=number, last=3), number > 1, number < 3) for number in (1, 2, 3)],
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


TOLD = Specimen(
    sentences=[
        Specimen(words="Du behøver ikke sige noget.", own=""),
        Specimen(words="Der er lav snak.", own=""),
        Specimen(words="Der er som regel 4 til 8 personer.", own=""),
        Specimen(words="Hvornår der er mange:", own="Tirsdag og torsdag kl. 12–13, når der er frokost"),
    ]
)


def facet_groups() -> list[Specimen]:
    """A long and a short group, one of them with a choice and a fold of its own."""

    def option(param, value, label, count, *, selected=False, depth=0):
        return Specimen(
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
        Specimen(name="praktisk", label="Det praktiske", options=practical, rest=[], more=52, selected=1),
        Specimen(
            name="maalgruppe", label="For hvem", options=[option("maalgruppe", "unge", "Unge", 5)], rest=[], selected=0
        ),
    ]


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
        "getting_in": Specimen(sentences=[Specimen(words="Der er trin på vejen ind.", own=""), TOLD.sentences[3]]),
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


def sample_lines(now: datetime) -> dict[str, list[Specimen]]:
    """Lines that are open, closed and not checked lately."""

    def line(name, status, *, anonymous=False):
        told = Specimen(
            name=name,
            number=PHONE,
            description="",
            described_in="da",
            is_anonymous=anonymous,
            asks_for_cpr="unknown" if anonymous else "yes",
            own_url="https://example.org/",
        )
        return Specimen(line=told, status=status)

    always = line("Eksempellinjen", Status("day_and_night"), anonymous=True)
    closed = line("Aftenlinjen", Status("opens", now + timedelta(hours=3)))
    unchecked = line("Linjen uden tider", Status("unknown"))
    return {"open": [always], "closed": [closed, always], "unchecked": [unchecked]}


def crisis(now: datetime) -> Specimen:
    """The card for the gravest topic, with all that it can say."""
    return Specimen(
        topic="life", relative=True, approved=True, lines=sample_lines(now)["closed"], help_now_url="/hjaelp-nu/"
    )


def beside(now: datetime) -> list[Specimen]:
    """Somebody who helps beside one, open and closed."""
    told = {"url": "/", "where": "Torvet 2, 0000 Eksempelby"}
    return [
        Specimen(title="Biblioteket", status=Status("open", now + timedelta(hours=2)), phone=PHONE, **told),
        Specimen(title="Borgerservice", status=Status("opens", now + timedelta(days=1)), phone="", **told),
    ]


def sample_handover() -> Specimen:
    """A list to hand over."""
    qr = mark_safe(QR)  # noqa: S308 - a constant of this file
    return Specimen(url="https://example.org/12/", text="Her er listen, vi talte om:", subject="En liste", qr=qr)


#: A drawing in the place of a code and of a map: shapes that show size, colours and edges.
QR = (
    '<svg viewBox="0 0 7 7" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h7v7H0z"/>'
    '<path d="M0 0h3v3H0zM4 0h1v2H4zM6 0h1v1H6zM0 4h2v1H0zM3 4h4v1H3zM0 6h3v1H0zM5 6h2v1H5z"/></svg>'
)
MAP = (
    '<svg viewBox="0 0 400 160"><path class="land" d="M0 40 90 10l120 30 60-30 130 40v110H0z"/>'
    '<circle class="about" cx="90" cy="90" r="22"/><circle class="town" cx="240" cy="60" r="2"/>'
    '<text x="246" y="64">Eksempelby</text><path class="scale" d="M10 148v4h60v-4"/>'
    '<rect class="pin" x="170" y="80" width="30" height="20" rx="10"/>'
    '<text class="pin-number" x="185" y="94" text-anchor="middle">1, 2</text></svg>'
)
