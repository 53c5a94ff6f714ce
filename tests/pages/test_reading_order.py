"""What a screen reader says of the pages that people meet first, in its order: read from Chromium's accessibility tree."""

import re

import pytest

from tests.pages.page_types import EKSEMPEL, VEJLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
#: The parts of a page that people jump between.
LANDMARKS = {"banner", "navigation", "search", "main", "region", "form", "complementary", "contentinfo"}
OFFER = "/eksempel-kommune-stoette-og-sundhed/den-groenne-doer/"
#: Presses of a key from the top of a result page to its first hit, by the skip link.
MAX_KEYS = 6
IN_A_CARD = "!!document.activeElement.closest('.vv-card')"
_LINE = re.compile(r"""^\s*- '?(?P<role>[a-z]+)(?: "(?P<name>(?:[^"\\]|\\.)*)")?""")


@pytest.fixture
def wide(browser):
    """A laptop's browser."""
    context = browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def address(port, host, path):
    return f"http://{host}:{port}{path}"


def read_out(page, roles):
    """Role and name of these parts of the page, in the order in which they are read."""
    found = map(_LINE.match, page.locator("body").aria_snapshot().splitlines())
    said = [f"{one['role']} {one['name'] or ''}".strip() for one in found if one and one["role"] in roles]
    return [re.sub(r"\d+ tilbud", "N tilbud", line) for line in said]


def test_a_result_page_is_read_from_the_box_to_the_hits_and_their_names(wide, port):
    wide.goto(address(port, VEJLE, "/find-tilbud/?q=ensomhed"))
    hits = wide.locator(".vv-card h3").evaluate_all("all => all.map(one => `heading ${one.textContent.trim()}`)")
    assert len(hits) >= 10
    order = read_out(wide, LANDMARKS | {"heading"})
    assert order[: 7 + len(hits)] == [
        "banner",
        "navigation Hovedmenu",
        "main",
        "heading Find et tilbud",
        "search",
        "region N tilbud",
        "heading N tilbud",
        *hits,
    ]
    assert order[7 + len(hits) :] == [
        "navigation Sider",
        "contentinfo",
        "region Her er du i fred",
        "heading Her er du i fred",
        "navigation Om siden",
        "heading Om siden",
    ]


def test_each_link_of_a_hit_names_the_hit_its_name_first(wide, port):
    wide.goto(address(port, VEJLE, "/find-tilbud/?q=ensomhed"))
    for card in wide.locator(".vv-card").all()[:5]:
        name = card.locator("h3").inner_text().strip()
        said = map(_LINE.match, card.aria_snapshot().splitlines())
        links = [one["name"] for one in said if one and one["role"] == "link"]
        assert links[0] == name
        assert all(link.endswith(name) for link in links[1:]), links


def test_the_landmarks_of_an_offer_are_few_and_none_stands_twice(wide, port):
    wide.goto(address(port, EKSEMPEL, OFFER))
    found = read_out(wide, LANDMARKS)
    assert found == [
        "banner",
        "navigation Hovedmenu",
        "search",
        "navigation Du er her",
        "main",
        "region Kunne du bruge siden?",
        "contentinfo",
        "region Er det svært at finde rundt?",
        "region Her er du i fred",
        "navigation Om siden",
    ]


def test_a_skip_link_leads_past_all_choices_to_the_first_hit(wide, port):
    wide.goto(address(port, VEJLE, "/find-tilbud/?q=ensomhed"))
    for key in ("Tab", "Tab", "Enter", *["Tab"] * (MAX_KEYS - 3)):
        wide.keyboard.press(key)
        if wide.evaluate(IN_A_CARD):
            break
    assert wide.evaluate(IN_A_CARD)


def test_a_place_and_an_age_that_nobody_knows_are_told_at_their_fields_and_in_the_title(wide, port):
    wide.goto(address(port, VEJLE, "/find-tilbud/?q=kaffe&sted=9999&alder=abc"))
    assert wide.title().startswith("Fejl:")
    for label, said in (("Postnummer", "Vi kender ikke postnummeret 9999."), ("Alder", "“abc” er ikke en alder.")):
        box = wide.get_by_role("textbox", name=label)
        assert box.is_visible()
        assert box.get_attribute("aria-invalid") == "true"
        fault = wide.locator(f"#{box.get_attribute('aria-describedby')}")
        assert said in fault.inner_text()
    chips = " ".join(wide.locator(".vv-chips").all_inner_texts())
    assert not any(typed in chips for typed in ("9999", "abc"))
    assert "Tættest på" not in wide.locator("main").inner_text()
