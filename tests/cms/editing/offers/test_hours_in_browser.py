"""Weekly hours in the grid, in a real browser: with few clicks, by the keyboard alone, on a narrow screen and without script."""

from datetime import time

import pytest
from playwright.sync_api import expect

from directory.models import Helpline, OfferPage, OpeningHours
from tests import factories
from tests.cms.editing import people
from tests.cms.uploads.photographs import LEFT_OPEN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True), *LEFT_OPEN]
WEEK = [(day, time(10), time(15)) for day in range(5)]
#: Counts what a person presses with the mouse, and what a script presses for the person not.
COUNT = "window.clicks = 0; addEventListener('click', (event) => { window.clicks += event.isTrusted; }, true)"


@pytest.fixture
def site(live_server, settings):
    """A site with an operator and an offer that has hours on one evening, of some weeks only."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    people.operator()
    factories.portal().sites_rooted_here.update(hostname="localhost")
    offer = factories.DropInCentreFactory(title="Den grønne dør", needs=[factories.NeedFactory()])
    offer.opening_hours = [OpeningHours(weekday=3, opens=time(19), closes=time(21), rhythm="even")]
    offer.save()
    return live_server.url


@pytest.fixture
def form(page, site):
    """The tab with the times of the offer."""
    page.set_viewport_size({"width": 1280, "height": 900})
    return opened(page, site)


def opened(page, site):
    page.goto(f"{site}/konto/log-ind/?next=/admin/pages/{OfferPage.objects.get().pk}/edit/")
    page.fill("[name=login]", "operator")
    page.fill("[name=password]", "pass")
    page.click("button[type=submit]")
    page.locator("[role=tab]", has_text="Hvor og hvornår").click()
    return page


def publish(page):
    page.keyboard.press("Escape")
    page.click("footer [data-w-dropdown-target='toggle']")
    page.click("button[name='action-publish']")
    page.wait_for_selector(".messages .success")


def kept():
    return [
        (row.weekday, row.opens, row.closes) for row in OfferPage.objects.get().opening_hours.filter(rhythm="weekly")
    ]


def test_monday_to_friday_takes_at_most_six_clicks(form):
    form.evaluate(COUNT)
    form.locator("[data-day='0'] [data-opens]").click()
    form.keyboard.type("10")
    form.locator("[data-day='0'] [data-closes]").click()
    form.keyboard.type("15")
    form.locator("[data-day='0'] [data-copy]").click()
    assert form.evaluate("window.clicks") <= 6
    expect(form.locator("[data-times-preview]")).to_contain_text("Mandag til fredag kl. 10–15")
    publish(form)
    assert kept() == WEEK
    assert OfferPage.objects.get().opening_hours.filter(rhythm="even").count() == 1


def test_the_keyboard_is_enough(form):
    form.locator("[data-day='0'] [data-opens]").focus()
    for keys in ("9.30-12", "Tab", "Tab", "Tab", "Enter"):
        form.keyboard.type(keys) if keys[0].isdigit() else form.keyboard.press(keys)
    expect(form.locator("[data-day='4'] [data-closes]")).to_have_value("12")
    publish(form)
    assert kept() == [(day, time(9, 30), time(12)) for day in range(5)]


def test_a_day_with_two_times_one_of_which_is_taken_away_again(form):
    monday = form.locator("[data-day='0']")
    monday.locator("[data-opens]").fill("10-12")
    monday.locator("[data-more]").click()
    monday.locator("[data-opens]").nth(1).fill("14-18")
    monday.locator("[data-copy]").click()
    expect(form.locator("[data-day='2'] [data-opens]")).to_have_count(2)
    for input_name in ("opens", "closes"):
        form.locator(f"[data-day='1'] [data-{input_name}]").nth(0).fill("")
    publish(form)
    assert [row for row in kept() if row[0] < 2] == [
        (0, time(10), time(12)),
        (0, time(14), time(18)),
        (1, time(14), time(18)),
    ]


def test_what_overlaps_is_said_at_its_day_and_nothing_is_lost(form):
    monday = form.locator("[data-day='0']")
    monday.locator("[data-opens]").fill("10-15")
    monday.locator("[data-more]").click()
    monday.locator("[data-opens]").nth(1).fill("14-16")
    form.keyboard.press("Tab")
    expect(form.locator("[data-times-preview]")).to_contain_text("Det overlapper en anden linje")
    form.click("footer [data-w-dropdown-target='toggle']")
    form.click("button[name='action-publish']")
    form.get_by_text("Noget skal rettes først").wait_for()
    form.locator("[role=tab]", has_text="Hvor og hvornår").click()
    expect(monday.locator("[data-faults]")).to_contain_text("Det overlapper en anden linje (10–15)")
    expect(monday.locator("[data-opens]").nth(1)).to_have_value("14")
    assert kept() == []


def test_on_a_narrow_screen_nothing_lies_outside(page, site):
    page.set_viewport_size({"width": 400, "height": 800})
    form = opened(page, site)
    for control in form.locator("[data-hours-grid] input, [data-hours-grid] button").all():
        box = control.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 400
    form.locator("[data-day='0'] [data-opens]").fill("10-15")
    form.locator("[data-day='0'] [data-copy]").click()
    expect(form.locator("[data-day='4'] [data-opens]")).to_have_value("10")


def test_without_script_the_rows_are_there(browser, site, client):
    client.force_login(people.User.objects.get(username="operator"))
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
    page = context.new_page()
    page.goto(f"{site}/admin/pages/{OfferPage.objects.get().pk}/edit/")
    assert page.locator("[data-hours-grid]").get_attribute("hidden") is not None
    assert page.locator("[name='opening_hours-0-opens']").input_value() == "19:00"
    context.close()


def test_hours_told_in_words_are_accepted_by_a_click(form):
    form.locator("[name='opening_hours-0-note']").locator("xpath=ancestor::*[@data-inline-panel-child]").locator(
        "[id$='-DELETE-button']"
    ).click()
    form.fill("[name=schedule_text]", "Mandag til fredag kl. 10-15")
    form.locator("[data-suggested]").click()
    expect(form.locator("[data-day='4'] [data-closes]")).to_have_value("15")
    publish(form)
    assert kept() == WEEK


def test_a_help_line_has_the_same_grid(page, site):
    line = Helpline.objects.create(name="Linjen", number="70 20 12 01", topics="life", always_open=True)
    page.goto(f"{site}/konto/log-ind/?next=/admin/snippets/directory/helpline/edit/{line.pk}/")
    page.fill("[name=login]", "operator")
    page.fill("[name=password]", "pass")
    page.click("button[type=submit]")
    page.locator("[data-day='0'] [data-opens]").fill("10-15")
    page.locator("[data-day='0'] [data-copy]").click()
    page.locator("footer button[type=submit], footer [type=submit]").first.click()
    page.wait_for_selector(".messages .success")
    assert [(row.weekday, row.opens, row.closes) for row in line.hours.all()] == WEEK
