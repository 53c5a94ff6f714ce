"""What the columns of a table are called in Danish, and what is written in them, for those who keep their offers in a spreadsheet."""

import re

#: The fields of an offer, each with what its column may be called; a mapping of one's own comes before.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "nr", "nummer"),
    "name": ("navn", "titel", "tilbud", "tilbuddets navn"),
    "kind": ("type", "slags", "tilbudstype"),
    "municipality": ("kommune",),
    "organisation": ("organisation", "forening", "udbyder", "arrangør", "enhed"),
    "summary": ("kort beskrivelse", "en linje", "resumé", "resume"),
    "description": ("beskrivelse", "om tilbuddet", "tekst"),
    "target_groups": ("målgruppe", "målgrupper"),
    "needs": ("behov", "emne", "emner"),
    "age_min": ("alder fra", "mindste alder"),
    "age_max": ("alder til", "højeste alder"),
    "referral": ("adgang", "visitation", "henvisning"),
    "anonymous": ("anonym", "anonymt"),
    "cost": ("pris", "betaling"),
    "address": ("adresse", "vej", "gade", "vej og nummer"),
    "postal_code": ("postnummer", "postnr"),
    "city": ("by",),
    "phone": ("telefon", "tlf", "telefonnummer"),
    "email": ("mail", "e-mail", "email", "mailadresse"),
    "website": ("hjemmeside", "web", "url"),
    "opening_hours": ("åbningstid", "åbningstider"),
    "schedule_text": ("tid", "tider", "tidspunkt"),
    "registration": ("tilmelding",),
    "languages": ("sprog",),
    "first_visit": ("første besøg",),
    "legal_basis": ("paragraf", "lovgrundlag"),
    "source_url": ("kilde",),
    "authorities": ("ansvarlig myndighed", "ansvarlig", "myndighed", "hvem har ansvaret"),
    "performers": ("udfører", "leverandør", "hvem udfører arbejdet"),
}
LISTS = {"target_groups", "needs", "languages"}
NUMBERS = {"age_min", "age_max"}
#: Names with days, and what holds the name of each.
DATED = {"authorities": "authority", "performers": "name"}
#: What Danes write where the import knows words of its own.
WORDS: dict[str, dict[str, str]] = {
    "kind": {
        "værested": "drop_in_centre",
        "gruppeforløb": "group_course",
        "aktivitet i sundhedsskoven": "health_forest_activity",
        "peer-tilbud": "peer_offer",
        "forening": "volunteer_association",
        "frivillig forening": "volunteer_association",
        "rådgivning": "counselling",
        "behandling": "treatment",
        "andet": "other",
    },
    "referral": {
        "ingen": "none",
        "bare kom": "none",
        "åbent tilbud": "none",
        "uvisiteret": "none",
        "selvhenvendelse": "self",
        "ring først": "self",
        "læge": "doctor",
        "henvisning fra læge": "doctor",
        "visiteret": "municipal_assessment",
        "kommunen": "municipal_assessment",
    },
}
ANSWERS = {"ja": True, "nej": False, "x": True, "true": True, "false": False, "sand": True, "falsk": False}


def bare_heading(heading: str) -> str:
    """A heading without what people add to it: capitals, dots, stars, spaces."""
    return " ".join(re.sub(r"[*.:_]", " ", heading.casefold()).split())


def fields_of(headings: list[str], mapping: dict[str, str]) -> dict[int, str]:
    """The field of each column by its place; columns that nobody knows are left out, and of two of a field the first counts."""
    known = {name: field for field, names in COLUMNS.items() for name in (field.replace("_", " "), *names)}
    known |= {bare_heading(heading): field for heading, field in mapping.items()}
    found: dict[int, str] = {}
    for place, heading in enumerate(headings):
        field = known.get(bare_heading(heading))
        if field and field not in found.values():
            found[place] = field
    return found
