"""The movable map and "near me" in a real browser: in step with the list, by keyboard, with nobody else asked."""

import pytest

from tests.factories import DropInCentreFactory, FindOffersFactory, OrganisationFactory, PlaceFactory
from tests.pages.probes import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def site(live_server, index):
    FindOffersFactory()
    owner = OrganisationFactory()
    house = PlaceFactory(lat=55.71, lon=9.53)
    places = {
        "Anemonen": house,
        "Birken": house,
        "Cypressen": PlaceFactory(lat=56.15, lon=10.2),
        "Læ": PlaceFactory(lat=55.4567, lon=10.3456, visibility="secret"),
    }
    for title, place in places.items():
        DropInCentreFactory(title=title, place=place, parent=owner)
    return live_server.url


@pytest.fixture
def asked(page):
    """The addresses that the browser asks for, and what its console complains of."""
    seen = {"addresses": [], "errors": []}
    page.on("request", lambda request: seen["addresses"].append(request.url))
    page.on("pageerror", lambda error: seen["errors"].append(str(error)))
    page.on("console", lambda said: seen["errors"].append(said.text) if said.type in {"error", "warning"} else None)
    return seen


def test_the_map_shows_what_the_list_shows_and_asks_nobody_else(page, site, asked):
    page.goto(f"{site}/kort/", wait_until="networkidle")
    assert page.locator(".vv-pin").all_inner_texts() == ["1, 2", "3"]
    assert page.locator(".vv-live .land").count() > 0
    assert "Vejle" in page.locator(".vv-town").all_inner_texts()
    assert not page.locator("figure [role=img]").is_visible()
    assert asked["errors"] == []
    assert {address.split("/")[2] for address in asked["addresses"]} == {site.split("/")[2]}
    assert "55.4567" not in page.content()
    assert page.context.cookies() == []


def test_the_script_is_fetched_on_the_map_alone(page, site, asked):
    page.goto(f"{site}/find-tilbud/", wait_until="networkidle")
    assert not [address for address in asked["addresses"] if "leaflet" in address or "coastline" in address]


def test_a_pin_leads_to_its_row_and_a_row_marks_its_pin(page, site):
    page.goto(f"{site}/kort/", wait_until="networkidle")
    page.locator(".vv-pin", has_text="3").click()
    assert page.evaluate("document.activeElement.textContent") == "Cypressen"
    assert page.locator(".vv-pin--chosen").inner_text() == "3"
    page.get_by_role("link", name="Birken").focus()
    assert page.locator(".vv-pin--chosen").inner_text() == "1, 2"
    assert page.locator(".vv-pins__chosen").count() == 1
    page.get_by_role("link", name="Læ").focus()


def test_the_map_is_moved_and_brought_nearer_with_keys(page, site):
    page.goto(f"{site}/kort/", wait_until="networkidle")
    live = page.get_by_role("region", name="Kort, der kan flyttes")
    live.focus()
    before = page.locator(".vv-pin").first.bounding_box()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("x => document.querySelector('.vv-pin').getBoundingClientRect().x < x - 20", arg=before["x"])
    for name in ("Tættere på", "Længere væk"):
        page.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
    assert not axe.faults(page)


def test_without_its_script_the_drawn_map_stays(page, site):
    page.route("**/leaflet.js", lambda route: route.abort())
    page.goto(f"{site}/kort/", wait_until="networkidle")
    assert page.locator("figure [role=img]").is_visible()
    assert not page.locator("[data-map]").is_visible()
    assert page.locator(".vv-pins > li").count() == 4


def test_the_coast_that_can_not_be_fetched_brings_the_drawing_back(page, site):
    page.route("**/coastline*.json", lambda route: route.abort())
    page.goto(f"{site}/kort/", wait_until="networkidle")
    assert page.locator("figure [role=img]").is_visible()


def test_near_me_fills_in_the_postal_code_and_sends_the_position_nowhere(page, site, asked):
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 55.70912, "longitude": 9.53571})
    page.goto(f"{site}/find-tilbud/")
    assert page.locator(".vv-near [role=status]").inner_text() == "Din placering bliver på din telefon."
    asked["addresses"].clear()
    page.get_by_role("button", name="Tæt på mig").click()
    page.get_by_text("Du er tæt på dette postnummer").wait_for()
    assert page.locator("input[name=sted]").input_value() == "7100"
    assert [address.rpartition("/")[2] for address in asked["addresses"]] == ["postal_points.json"]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "55.70" not in page.content()
    page.get_by_role("button", name="Søg", exact=True).click()
    page.wait_for_url("**sted=7100**")


def test_near_me_far_from_denmark_or_without_leave_says_what_to_do(page, site):
    page.goto(f"{site}/find-tilbud/")
    page.get_by_role("button", name="Tæt på mig").click()
    page.get_by_text("Vi kan ikke se, hvor du er").wait_for()
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 48.85, "longitude": 2.35})
    page.get_by_role("button", name="Tæt på mig").click()
    page.get_by_text("Vi kender intet postnummer tæt på dig").wait_for()
    assert page.locator("input[name=sted]").input_value() == ""


def test_without_scripts_there_is_no_button_and_the_field_works(page, site):
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{site}/find-tilbud/")
    assert not page.locator(".vv-near").is_visible()
    page.locator("input[name=sted]").fill("Vejle")
    page.get_by_role("button", name="Søg", exact=True).click()
    page.wait_for_url("**sted=Vejle**")
