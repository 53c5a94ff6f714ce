"""Eksempel Kommune, which does not exist: offers with every answer given, read from `data/eksempel/*.json`."""

import json
from datetime import date
from functools import cached_property
from pathlib import Path

from django.utils import timezone

from directory.demo.authorities import with_days
from directory.demo.dates import clock_of, day_from_today
from directory.demo.pictures import picture_key
from directory.demo.tree import DATA, EXAMPLE
from directory.importing.check import hours
from directory.importing.clean_text import paragraphs
from directory.importing.map.plan import OrganisationPlan, PlacePlan, Plan, digest
from directory.importing.report import ImportReport
from directory.importing.run import Import
from directory.importing.write import marks
from directory.models import KINDS, CommonDescription, OfferLink, OfferPage
from directory.models.facts.freshness import Demonstration

FOLDER = DATA / "eksempel"
_DAYS = {"verified_on", "capacity_on", "starts_on", "ends_on", "signup_deadline", "host_picture_until"}
_NOT_FIELDS = {
    "id", "kind", "organisation", "place", "picture", "links", "needs", "languages", "audiences", "opening_hours", "closures",
    "sessions", "first_visit_steps", "description", "authorities", "performers",
}  # fmt: skip


def load_example() -> ImportReport:
    """Write the example's offers; those that somebody edited are left alone."""
    example = Example(timezone.localdate())
    before = set(OfferPage.objects.exclude(external_id=None).values_list("external_id", flat=True))
    run = Import()
    for offer in example.offers:
        run.write(example.plan(offer))
    for offer in example.offers:
        if offer["id"] not in before:
            _link(offer)
    return run.report


class Example:
    """The files of the example, with days counted from today."""

    def __init__(self, today: date) -> None:
        self.today = today

    @cached_property
    def offers(self) -> list[dict]:
        """The offers of all kinds, with what they have in common filled in."""
        common = _read(FOLDER / "common.json")
        return [common | offer | {"kind": kind} for kind in KINDS for offer in _of_kind(kind)]

    @cached_property
    def _places(self) -> dict[str, dict]:
        return {place["slug"]: place for place in _read(FOLDER / "places.json")}

    @cached_property
    def _organisations(self) -> dict[str, dict]:
        return {row["name"]: row for row in _read(FOLDER / "organisations.json")}

    def plan(self, offer: dict) -> Plan:
        """An offer of the files as a plan."""
        year, week, _day = self.today.isocalendar()
        fields = self._fields(offer)
        return Plan(
            external_id=offer["id"],
            kind=offer["kind"],
            branch=EXAMPLE,
            organisation=self._organisation(offer["organisation"]),
            place=self._place(offer["place"]),
            fields=fields,
            needs=tuple(offer["needs"]),
            languages=tuple(offer["languages"]),
            children=self._children(offer),
            # Days move with the calendar, once a week at most; a page is not written again each morning.
            version=digest([offer, fields["picture_id"], year, week]),
        )

    def _organisation(self, name: str) -> OrganisationPlan:
        row = self._organisations[name]
        contact = {key: row[key] for key in ("phone", "email", "website", "complaint_contact")}
        contact["about"] = paragraphs("\n".join(row["about"]))
        authorities = tuple(with_days(one) for one in row.get("authorities", ()))
        return OrganisationPlan(name, row["organisation_type"], Demonstration.MADE_UP, contact, authorities=authorities)

    def _place(self, slug: str | None) -> PlacePlan | None:
        if slug is None:
            return None
        values = {name: _text(value) for name, value in self._places[slug].items() if name != "slug"}
        return PlacePlan(slug=slug, values=_with_key(values, "entrance_picture"))

    def _fields(self, offer: dict) -> dict:
        fields = {name: _text(value) for name, value in offer.items() if name not in _NOT_FIELDS}
        fields["body"] = paragraphs(fields["body"])
        for name in _DAYS & fields.keys():
            fields[name] = day_from_today(fields[name], self.today)
        fields["picture_id"] = picture_key(offer["picture"], offer["picture_alt"])
        fields["demonstration"] = Demonstration.MADE_UP
        fields |= _described(offer.get("description"))
        return _with_key(fields, "host_picture")

    def _children(self, offer: dict) -> dict[str, list[dict]]:
        opening = [hours.rows(row["days"], row["from"], row["to"], row["note"]) for row in offer["opening_hours"]]
        return {
            "audiences": offer["audiences"],
            "opening_hours": [span for spans in opening for span in spans],
            "closures": [self._closure(row) for row in offer["closures"]],
            "sessions": [meeting for row in offer["sessions"] for meeting in self._meetings(row)],
            "authorities": [with_days(row) for row in offer["authorities"]],
            "performers": [with_days(row) for row in offer["performers"]],
            "first_visit_steps": [_step(told) for told in offer["first_visit_steps"]],
        }

    def _closure(self, row: dict) -> dict:
        return row | {name: day_from_today(row[name], self.today) for name in ("first_day", "last_day")}

    def _meetings(self, row: dict) -> list[dict]:
        """One meeting a week, a topic each."""
        first, starts = day_from_today(row["first"], self.today), clock_of(row["first"])
        ends = hours.read_clock(row["ends"])
        days = (date.fromordinal(first.toordinal() + 7 * week) for week in range(len(row["topics"])))
        return [
            {"day": day, "starts": starts, "ends": ends, "topic": topic}
            for day, topic in zip(days, row["topics"], strict=True)
        ]


def _described(name: str | None) -> dict:
    """The fields by which an offer has a common description; none for one that has not."""
    row = CommonDescription.objects.filter(name=name, municipality=None).first() if name else None
    edition = row.to_take if row else None
    return {"common_description_id": row.pk, "description_edition": edition.number} if row and edition else {}


def _of_kind(kind: str) -> list[dict]:
    """The offers of a kind; none of a kind for which nobody has written any yet."""
    path = FOLDER / f"{kind}.json"
    return _read(path) if path.exists() else []


def _read(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


def _text(value):
    """The text of a value in the file, where a list holds its lines."""
    return "\n".join(value) if isinstance(value, list) else value


def _step(told: str | dict) -> dict:
    """A step of the first visit: its words alone, or words and a picture."""
    return {"text": told} if isinstance(told, str) else _with_key(told, "picture")


def _with_key(told: dict, name: str) -> dict:
    """What is told with a picture by its key in the library, where the file names its drawing."""
    if name not in told:
        return told
    key = picture_key(told[name], told[f"{name}_alt"])
    return {field: value for field, value in told.items() if field != name} | {f"{name}_id": key}


def _link(offer: dict) -> None:
    """The ways to easier offers and next steps; they can be laid only when both ends are there."""
    page = KINDS[offer["kind"]].objects.get(external_id=offer["id"])
    targets = OfferPage.objects.in_bulk([link["to"] for link in offer["links"]], field_name="external_id")
    page.links = [OfferLink(direction=link["direction"], to=targets[link["to"]]) for link in offer["links"]]
    planned = marks.planned(page.imported)
    page.imported = f"{planned}:{marks.content(page, page.get_parent().pk)}"
    page.save_revision().publish()
