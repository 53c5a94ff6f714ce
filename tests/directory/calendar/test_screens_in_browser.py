"""A screen on a wall that loses its line, and a computer that many share, in a real browser whose clock is turned."""

import pytest

from tests.factories import FindOffersFactory, portal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def site(index, live_server):
    portal().sites_rooted_here.update(hostname="localhost")
    FindOffersFactory()
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def visitor(page):
    page.clock.install()
    return page


def test_a_screen_whose_line_is_lost_keeps_its_list_and_says_so_until_the_line_is_there_again(visitor, site):
    visitor.goto(f"{site}/kalender/skaerm/")
    shown, lost = visitor.inner_text("main"), visitor.locator("[data-lost]")
    visitor.context.set_offline(True)
    visitor.clock.run_for(301_000)
    lost.wait_for(state="visible")
    assert visitor.inner_text("main") == shown
    visitor.context.set_offline(False)
    visitor.clock.run_for(301_000)
    lost.wait_for(state="hidden")


def test_a_shared_computer_asks_and_then_empties_itself_two_minutes_after_the_last_touch(visitor, site):
    visitor.goto(f"{site}/faelles-computer/")
    visitor.evaluate("localStorage.setItem('vejviser-list', '1')")
    visitor.goto(site)
    visitor.fill("[name=q]", "min hemmelighed")
    visitor.clock.run_for(91_000)
    visitor.locator("dialog[open] button").click()
    assert visitor.locator("dialog[open]").count() == 0
    visitor.clock.run_for(119_000)
    assert visitor.input_value("[name=q]") == "min hemmelighed"
    visitor.clock.run_for(3_000)
    visitor.wait_for_url("**/faelles-computer/")
    assert visitor.evaluate("localStorage.length") == 0
    visitor.goto(f"{site}/find-tilbud/")
    visitor.go_back()
    assert "hemmelighed" not in visitor.content()


def test_ones_own_computer_stays_as_it_is(visitor, site):
    for start in ("/", "/faelles-computer/?stop=ja"):
        visitor.goto(site + start)
        visitor.goto(f"{site}/find-tilbud/")
        visitor.clock.run_for(600_000)
        assert visitor.url == f"{site}/find-tilbud/"
        assert visitor.locator("dialog").count() == 0
