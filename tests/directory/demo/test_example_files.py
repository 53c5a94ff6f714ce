"""The files of Eksempel Kommune: complete, plain, harmless."""

import json
import re
from collections import Counter
from datetime import date

import pytest
from django.core.exceptions import FieldDoesNotExist
from PIL import Image
from wagtail.models import Page

from directory.cpr import validate_no_cpr
from directory.demo.eksempel import FOLDER, Example
from directory.demo.pictures import PICTURES
from directory.models import KINDS
from tests.readability import lix, sentences

OFFERS = {offer["id"]: offer for offer in Example(date(2026, 11, 25)).offers}
PLACES = json.loads((FOLDER / "places.json").read_text(encoding="utf-8"))
#: No answer is an answer here: no upper age, nobody's page in particular, the demonstration's own marks.
NOT_ASKED = {"age_max", "external_id", "imported", "demonstration", "place", "picture", "page_ptr", "offerpage_ptr"}
#: Asked only of what runs in a part of the year, or has other hours on public holidays.
NOT_ASKED |= {"season", "holiday_opens", "holiday_closes"}
#: Asked only where the host has consented.
NOT_ASKED |= {"host_picture", "host_picture_alt", "host_picture_until"}
#: Asked only of what the law gives, and of what a rule lets in.
NOT_ASKED |= {"common_description", "description_edition", "listing_rule"}
#: Asked only of what comes out to people.
NOT_ASKED |= {"outreach_area", "outreach_stops"}
NOT_TEXT = {"id", "kind", "organisation", "place", "picture", "legal_basis", "website", "email", "links", "audiences"}

every_offer = pytest.mark.parametrize("offer", OFFERS.values(), ids=OFFERS)


def facts_of(kind: str) -> set[str]:
    """The fields that an editor fills in for a kind."""
    own = {field.name for field in KINDS[kind]._meta.concrete_fields}
    return own - {field.name for field in Page._meta.concrete_fields} - NOT_ASKED


@every_offer
def test_every_fact_of_the_kind_has_an_answer(offer):
    unanswered = [name for name in facts_of(offer["kind"]) if offer.get(name) in (None, "", "unknown", [])]
    # A plain no to a form, and running as usual, are answers; what is left out has not been thought of.
    assert [name for name in unanswered if name not in {"online", "by_phone", "comes_to_you"}] == []
    assert all(offer[name] for name in ("needs", "languages", "audiences", "links", "picture_alt"))
    assert 3 <= len(offer["first_visit_steps"]) <= 6
    assert offer["opening_hours"] or offer["sessions"]


@every_offer
def test_nothing_is_told_that_no_field_holds(offer):
    page = KINDS[offer["kind"]]
    for name in set(offer) - {"id", "kind", "branch", "organisation", "description"}:
        try:
            page._meta.get_field(name)
        except FieldDoesNotExist:
            pytest.fail(f"{name} is no field of {page.__name__}")


@every_offer
def test_short_texts_fit_their_fields(offer):
    for name, value in offer.items():
        longest = (
            getattr(KINDS[offer["kind"]]._meta.get_field(name), "max_length", None)
            if name in facts_of(offer["kind"])
            else None
        )
        if isinstance(value, str) and longest:
            assert len(value) <= longest, name
    steps = [step if isinstance(step, str) else step["text"] for step in offer["first_visit_steps"]]
    assert all(len(step) <= 140 for step in steps)
    assert len(offer["house_rules"]) <= 7


@every_offer
def test_the_words_are_plain(offer):
    told = [value if isinstance(value, list) else [value] for name, value in offer.items() if name not in NOT_TEXT]
    assert lix(sentences(text for texts in told for text in texts if isinstance(text, str) and " " in text)) <= 30
    assert lix(" ".join(offer["body"])) <= 30


def test_there_are_two_of_each_kind_and_the_special_cases():
    assert set(Counter(offer["kind"] for offer in OFFERS.values()).values()) >= {2}
    assert min(Counter(offer["kind"] for offer in OFFERS.values()).values()) == 2
    assert {offer["state"] for offer in OFFERS.values()} == {"open", "full", "closed"}
    assert {offer["access"] for offer in OFFERS.values()} == {"drop_in", "call_first", "book", "referral", "assessed"}
    assert {offer["intervention_level"] for offer in OFFERS.values()} == {
        "prevention",
        "advice",
        "ambulatory",
        "day",
        "residential",
    }
    assert len({o["organisation"] for o in OFFERS.values() if o["kind"] == "association"}) == 3
    assert Counter(offer["place"] for offer in OFFERS.values())["huset-ved-broen-eksempelby"] == 3
    secret = [place["slug"] for place in PLACES if place["visibility"] == "secret"]
    assert [offer["sensitive"] for offer in OFFERS.values() if offer["place"] in secret] == [True]


def test_nothing_made_up_is_shown_to_the_whole_country():
    assert [offer["id"] for offer in OFFERS.values() if "branch" in offer] == []


def test_ways_lead_to_offers_that_are_there_and_never_back_to_themselves():
    for offer in OFFERS.values():
        targets = [link["to"] for link in offer["links"]]
        assert set(targets) <= set(OFFERS) - {offer["id"]}


def test_nobody_can_be_called_or_written_to():
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json"))
    validate_no_cpr(text)
    numbers = {re.sub(r"\D", "", found) for found in re.findall(r"(?<!\d)\d\d ?\d\d ?\d\d ?\d\d(?!\d)", text)}
    assert numbers == {"12345678"}
    assert set(re.findall(r"(?:@|https?://)([\w.-]+\w)", text)) == {"eksempel.example"}


def test_every_place_answers_everything_too():
    assert [name for place in PLACES for name, value in place.items() if value in (None, "", "unknown", [])] == []


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_is_light_flat_and_does_nothing(path):
    drawing = path.read_text(encoding="utf-8")
    assert path.stat().st_size <= 6000
    assert 'viewBox="0 0 800 450"' in drawing
    assert not re.search(r"<script|<image|<foreignObject|\son\w+=|href=\"(?!#)|url\(", drawing)
    with Image.open(path.with_suffix(".png")) as drawn:
        assert drawn.size == (800, 450)
    assert path.with_suffix(".png").stat().st_size <= 12_000


def test_each_offer_has_a_picture_of_its_own():
    names = Counter(offer["picture"] for offer in OFFERS.values())
    hosts = {offer["host_picture"] for offer in OFFERS.values() if "host_picture" in offer}
    assert set(names) | hosts == {path.stem for path in PICTURES.glob("*.svg")}
    assert set(names.values()) == {1}
