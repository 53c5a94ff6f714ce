"""The list under the search box: by keyboard, told to screen readers, and not needed."""

import pytest
from playwright.sync_api import expect

from directory.find import suggesting
from tests.factories import DropInCentreFactory, FindOffersFactory, portal
from tests.pages.probes import axe

#: Not the ways to sort, which are options of another list.
SUGGESTED = "[role=option]"

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def site(live_server, index):
    suggesting._tables.clear()
    portal()
    FindOffersFactory()
    for title in ("Ensomhedscaféen", "Engen", "Enebærhuset"):
        DropInCentreFactory(title=title)
    yield live_server.url
    suggesting._tables.clear()


def test_names_are_chosen_with_the_keyboard_alone(page, site):
    page.goto(f"{site}/find-tilbud/")
    box = page.get_by_role("combobox", name="Skriv med dine egne ord")
    box.press_sequentially("en")
    # What the first letter brought stands there until the second is answered.
    expect(page.locator(SUGGESTED)).to_have_count(3)
    assert box.get_attribute("aria-expanded") == "true"
    assert page.locator(".vv-search > [role=status]").inner_text().startswith("3 ")
    box.press("ArrowDown")
    box.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert not axe.faults(page)
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "en"


def test_enter_goes_to_what_was_chosen_and_else_searches(page, site):
    page.goto(f"{site}/find-tilbud/")
    box = page.locator("#find-q")
    box.press_sequentially("enso")
    page.locator(SUGGESTED, has_text="Ensomhedscaféen").wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/ensomhedscafeen/")
    page.goto(f"{site}/find-tilbud/")
    box.press_sequentially("enso")
    page.locator(SUGGESTED).first.wait_for()
    box.press("Enter")
    page.wait_for_url("**?q=enso**")
