"""Facts that sentences state, and what they do not state."""

import pytest

from directory.importing.map import inference
from directory.sensitive import is_sensitive


@pytest.mark.parametrize(
    ("cost", "free"),
    [
        ("Gratis", "yes"),
        ("Gratis. Du medbringer selv reservedele.", "yes"),
        ("Aktiviteterne er gratis", "yes"),
        ("Gratis fællesspisning", "yes"),
        ("Gratis, bortset fra materialer", "unknown"),
        ("Billigt måltid, gratis kaffe", "unknown"),
        ("75 kr. for voksne og børn over 12 år, gratis under 3 år (2018)", "no"),
        ("91 kr. i døgnet. Mad betales selv.", "no"),
        ("60 kr.", "no"),
        ("10 kr. for kaffe og boller", "unknown"),
        ("", "unknown"),
    ],
)
def test_free_is_said_only_where_it_is_told(cost, free):
    assert inference.free(cost) == free


@pytest.mark.parametrize(
    ("told", "kind", "registration", "access"),
    [
        ("drop_in", "drop_in_centre", "", "drop_in"),
        ("drop_in", "group_course", "", "call_first"),
        ("drop_in", "peer_offer", "Tilmelding. Du får en mail.", "book"),
        ("drop_in", "peer_offer", "Ingen tilmelding", "drop_in"),
        ("drop_in", "peer_offer", "Du skal ikke tilmelde dig.", "drop_in"),
        ("drop_in", "guidance", "Kontakt Socialpsykiatrien direkte.", "call_first"),
        ("assessed", "guidance", "Kontakt Visitationen.", "assessed"),
        ("unknown", "group_course", "", "unknown"),
    ],
)
def test_no_referral_is_no_just_come_where_one_has_to_sign_up(told, kind, registration, access):
    assert inference.access(told, kind, registration) == access


@pytest.mark.parametrize(
    ("law", "step"),
    [
        ("Serviceloven §104", "day"),
        ("Serviceloven §110", "residential"),
        ("Serviceloven §101 og Sundhedsloven §142", "ambulatory"),
        ("Serviceloven §§101-101a", "ambulatory"),
        ("Serviceloven §85, §107 og §108", "unknown"),
        ("Serviceloven §999", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_paragraph_gives_the_step_only_when_it_is_one(law, step):
    assert inference.ladder(law) == step


def test_sentences_on_the_house_become_its_facts():
    assert inference.house(["Elevator", "Plads til kørestol"]) == {"lift": "yes", "step_free": "yes"}
    assert inference.house(["Ligger på 2. sal med trapper"]) == {"step_free": "no"}
    assert inference.house(["Kørestolsegnet", "Handicapbad og -toilet"]) == {
        "step_free": "yes",
        "accessible_toilet": "yes",
    }
    assert inference.house(["Du skal kunne gå i skoven"]) == {}


@pytest.mark.parametrize("text", ["Ophold på krisecenter", "udsat for vold", "Voldsramte", "tanker om selvmord"])
def test_violence_and_suicide_make_a_page_sensitive(text):
    assert is_sensitive([], [], text)


def test_a_street_is_not_violence():
    assert not is_sensitive(["natur"], ["unge"], "Voldgade 3, ved volden og Volden Park")
