"""The editor's line in a real browser: log in, find, write, look at it, publish, with nothing wrong in the console."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.images import get_image_model

from directory.models import OfferPage
from directory.models.kinds.drop_in_centre import DropInCentrePage
from tests import factories
from tests.cms.editing import people
from tests.cms.uploads.photographs import LEFT_OPEN, photograph

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True), *LEFT_OPEN]


@pytest.fixture
def site(live_server):
    """The address of the site, with an operator and one offer in it."""
    people.operator()
    portal = factories.portal()
    portal.sites_rooted_here.update(hostname="localhost")
    factories.OfferFactory(
        title="Strikkecaféen",
        needs=[factories.NeedFactory(name="Ro", slug="ro")],
        parent=factories.OrganisationFactory(title="Huset"),
    )
    factories.NeedFactory(name="Mad", slug="mad")
    return live_server.url


@pytest.fixture(autouse=True)
def no_saving_by_itself(settings):
    """Wagtail tries to save a half-written form now and then, and the browser calls its refusal an error."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


@pytest.fixture
def faults(page):
    """What the browser complains about."""
    found = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("response", lambda response: found.append(response.url) if response.status >= 400 else None)
    return found


#: The tabs of the form that something else lies over, or that stand outside of the window.
COVERED = """
(() => {
  return [...document.querySelectorAll('.w-tabs__tab')].filter((tab) => {
    tab.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = tab.getBoundingClientRect();
    return !tab.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  }).map((tab) => tab.textContent.trim());
})()
"""


def log_in(page, site):
    page.goto(f"{site}/konto/log-ind/")
    page.fill("[name=login]", "operator")
    page.fill("[name=password]", "pass")
    page.click("button[type=submit]")
    page.wait_for_url(f"{site}/admin/")


def test_an_editor_finds_an_offer_changes_it_and_publishes(page, site, faults):
    log_in(page, site)
    page.click("a[href='/admin/offers/'] >> nth=0")
    page.fill("#id_q", "strikke")
    page.wait_for_selector("td.title:has-text('Strikkecaféen')")
    page.click("td.title a:has-text('Strikkecaféen')")
    page.fill("#id_title", "Strikkecafé for alle")
    page.fill("#id_teaser", "Vi strikker")
    assert page.inner_text(".field-counter") == "11 / 120"
    page.check("#id_needs label:has-text('Mad') input")
    page.click("button[aria-label='Toggle preview'], [data-side-panel-toggle='preview']")
    frame = page.frame_locator("[data-side-panel='preview'] iframe").first
    frame.locator("h1", has_text="Strikkecafé for alle").wait_for()
    assert page.evaluate(COVERED) == []
    page.click("[data-side-panel-toggle='preview']")
    page.click("footer [data-w-dropdown-target='toggle']")
    page.click("button[name='action-publish']")
    page.wait_for_selector(".messages .success")
    offer = OfferPage.objects.get()
    assert (offer.title, offer.teaser) == ("Strikkecafé for alle", "Vi strikker")
    assert {need.slug for need in offer.needs.all()} == {"ro", "mad"}
    assert faults == []


def publish(page):
    page.keyboard.press("Escape")
    page.click("footer [data-w-dropdown-target='toggle']")
    page.click("button[name='action-publish']")


#: Counts what a hand does, on every page of a tab. A field that is filled in has been clicked on.
COUNTING = """
document.addEventListener('click', (event) => {
  if (event.isTrusted) sessionStorage.setItem('clicks', 1 + Number(sessionStorage.getItem('clicks')));
}, true);
"""


@pytest.fixture
def screens(page):
    """The pages that are seen from now on; what is done on them is counted."""
    seen = []
    page.add_init_script(COUNTING)
    page.on("framenavigated", lambda frame: seen.append(frame.url) if frame == page.main_frame else None)
    return seen


def write(page, field, text):
    page.click(field)
    page.fill(field, text)


def make_a_place(page):
    page.locator("#id_place-chooser button", has_text="Vælg").first.click()
    page.click(".modal [href='#tab-create']")
    write(page, ".modal [name$=name]", "Den blå dør")
    write(page, ".modal [name$=street]", "Lyngvej 4")
    write(page, ".modal [name$=postal_code]", "7100")
    page.click(".modal #tab-create [type=submit]")
    page.locator("#id_place-chooser", has_text="Den blå dør").wait_for()


def answer_first_questions(page):
    """A new drop-in centre with hours, place and contact, that does not tell yet for whom it is and how one gets in."""
    page.click("a[href='/admin/offers/choose_parent/']")
    page.click("a[href*='/add/directory/dropincentrepage/']")
    write(page, "#id_title", "Værested på Ærø")
    write(page, "#id_teaser", "Et hus at være i.")
    make_a_place(page)
    page.click("#id_opening_hours-ADD")
    page.click("#id_opening_hours-0-weekday")
    page.select_option("#id_opening_hours-0-weekday", "1")
    write(page, "#id_opening_hours-0-opens", "10:00")
    write(page, "#id_opening_hours-0-closes", "14:00")
    write(page, "#id_phone", "12 34 56 78")


def test_a_new_drop_in_centre_takes_few_clicks_and_screens(page, site, faults, screens):
    log_in(page, site)
    screens.clear()
    page.goto(f"{site}/admin/offers/")
    answer_first_questions(page)
    publish(page)
    page.locator("a[data-lead-to]").first.wait_for()
    page.wait_for_load_state()
    page.click("a[data-lead-to][href='#id_access']")
    expect(page.locator("#id_access")).to_be_focused()
    page.select_option("#id_access", "drop_in")
    page.click("a[data-lead-to][href='#id_audiences-ADD']")
    expect(page.locator("#id_audiences-ADD")).to_be_focused()
    page.keyboard.press("Enter")
    page.select_option("#id_audiences-0-level", "open")
    publish(page)
    page.wait_for_selector(".messages .success")
    offer = DropInCentrePage.objects.get(title="Værested på Ærø")
    assert (offer.live, offer.slug, offer.phone) == (True, "vaerested-paa-aeroe", "12 34 56 78")
    assert (offer.audiences.get().level, offer.opening_hours.count(), offer.place.city) == ("open", 1, "Vejle")
    clicks = page.evaluate("Number(sessionStorage.getItem('clicks'))")
    assert 15 < clicks <= 40
    assert len(screens) <= 5, screens
    assert faults == []


def test_a_click_on_the_map_and_the_keyboard_give_a_place_its_position(page, site, faults):
    place = factories.PlaceFactory(name="Huset", lat=55.7, lon=9.5, approximate=True)
    log_in(page, site)
    page.goto(f"{site}{reverse('wagtailsnippets_directory_place:edit', args=[place.pk])}")
    page.locator("section[data-panel]", has=page.locator("[data-position]")).locator(
        "[data-panel-toggle]"
    ).first.click()
    page.locator("[data-position-map] .leaflet-interactive").first.wait_for()
    page.locator("[data-position-map]").click(position={"x": 200, "y": 80})
    expect(page.locator("#id_approximate")).not_to_be_checked()
    north = float(page.input_value("#id_lat"))
    assert 55.7 < north < 55.8
    page.locator("[data-position-middle]").press("Enter")
    # Its middle lies between two dots of the screen.
    assert float(page.input_value("#id_lat")) == pytest.approx(55.7, abs=0.0005)
    page.locator("[data-position-map]").click(position={"x": 200, "y": 80})
    page.locator("button[type=submit]", has_text="Gem").first.click()
    page.wait_for_url(f"{site}{reverse('wagtailsnippets_directory_place:list')}")
    place.refresh_from_db()
    assert (place.lat, place.approximate) == (north, False)
    assert faults == []


def test_every_tool_works_under_a_policy_that_evaluates_nothing(page, site, faults):
    """Choosers, the editor of texts and uploads bring scripts of their own."""
    offer = OfferPage.objects.get()
    log_in(page, site)
    assert "unsafe-eval" not in page.goto(f"{site}/admin/pages/{offer.pk}/edit/").headers["content-security-policy"]
    page.locator("[data-draftail-editor-wrapper] [contenteditable=true]").first.click()
    page.keyboard.type("Se mere")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    page.locator(".modal a", has_text="Eksternt link").click()
    page.fill("#id_external-link-chooser-url", "https://example.org/")
    page.click(".modal-body [type=submit]")
    page.locator(".modal").wait_for(state="hidden")
    page.locator("#id_picture-chooser button", has_text="Vælg").first.click()
    page.click(".modal [href='#tab-upload']")
    page.set_input_files(
        ".modal input[type=file]", {"name": "hus.jpg", "mimeType": "image/jpeg", "buffer": photograph("jpg")}
    )
    # Wagtail fills in the name of the file, a moment later.
    expect(page.locator("#id_image-chooser-upload-title")).to_have_value("hus")
    page.click(".modal #tab-upload [type=submit]")
    page.locator("#id_picture-chooser img").first.wait_for()
    page.goto(f"{site}/admin/images/multiple/add/")
    page.set_input_files("input[type=file]", {"name": "to.png", "mimeType": "image/png", "buffer": photograph("png")})
    page.wait_for_selector(".upload-success, .upload-complete")
    assert get_image_model().objects.count() == 2
    assert faults == []


def test_every_list_works_under_a_policy_that_evaluates_nothing(page, site, faults):
    log_in(page, site)
    for address in ("reports/site-history/", "users/", "collections/", "settings/directory/sitesettings/"):
        page.goto(f"{site}/admin/{address}")
    assert faults == []
