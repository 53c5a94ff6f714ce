"""The citizen's line in a real browser, on a small phone, with and without JavaScript."""

import pytest

from directory.models import OfferAudience
from tests.directory.reading import HEADINGS
from tests.factories import (
    DropInCentreFactory,
    FindOffersFactory,
    MunicipalityFactory,
    NeedFactory,
    OrganisationFactory,
    TargetGroupFactory,
    portal,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def site(index, live_server):
    """The address of a portal with a lonely soul's offers."""
    portal().sites_rooted_here.update(hostname="localhost")
    FindOffersFactory()
    owner = OrganisationFactory(title="Huset", parent=MunicipalityFactory(title="Vejle", slug="vejle"))
    lonely = NeedFactory(name="Ensomhed", slug="ensomhed", everyday="alene")
    young = TargetGroupFactory(name="Unge", slug="unge")
    DropInCentreFactory(
        title="Lanternen",
        parent=owner,
        needs=[lonely],
        audiences=[OfferAudience(level="mainly", target_group=young)],
        access="drop_in",
        phone="12345678",
    )
    DropInCentreFactory(title="Bag døren", parent=owner, needs=[lonely], access="assessed")
    DropInCentreFactory(title="Værkstedet", parent=owner, access="drop_in")
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def phone(browser, request):
    """An empty page on a phone of 320 px, which notes what goes wrong and where requests go."""
    context = browser.new_context(
        locale="da-DK", viewport={"width": 320, "height": 640}, java_script_enabled=request.param
    )
    page = context.new_page()
    page.faults, page.hosts = [], set()
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("request", lambda asked: page.hosts.add(asked.url.split("/")[2]))
    yield page
    context.close()


def titles(page):
    return set(page.locator(HEADINGS).all_inner_texts())


def test_a_citizen_finds_an_offer_by_words_need_group_and_no_referral(phone, site):
    phone.goto(site)
    phone.fill("[name=q]", "ensomhed")
    phone.click("button[type=submit]")
    assert titles(phone) == {"Lanternen", "Bag døren"}

    phone.click(".vv-facets > summary")
    phone.check("[name=behov][value=ensomhed]")
    phone.click("#facet-maalgruppe")
    phone.check("[name=maalgruppe][value=unge]")
    phone.click("#facet-adgang")
    phone.check("[name=adgang][value=drop_in]")
    phone.click(".vv-facets__done button")
    assert titles(phone) == {"Lanternen"}

    phone.click("a.tag:has-text('Unge')")
    assert "maalgruppe" not in phone.url
    phone.click(".card-heading a")
    assert phone.inner_text("h1") == "Lanternen"
    assert phone.locator("a[href='tel:+4512345678']").first.is_visible()

    assert phone.faults == []
    assert phone.hosts == {site.split("/")[2]}
    assert phone.context.cookies() == []


#: What an element is called: what it says, what it is labelled with, or the words of its label.
NAMED = "element => [element.innerText, element.ariaLabel, ...[...element.labels ?? []].map(label => label.innerText)]"


def tab_to(page, name):
    """Go on with the Tab key until this is in focus, as somebody does who has no pointer."""
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if focus.count() and any(name in said for said in focus.evaluate(NAMED) if said):
            return
    raise AssertionError(f"The keyboard does not reach: {name}")


def press(page, name, key="Enter"):
    tab_to(page, name)
    page.keyboard.press(key)


def test_searching_and_narrowing_go_by_keyboard_alone(phone, site):
    phone.goto(site)
    tab_to(phone, "Skriv med dine egne ord")
    phone.keyboard.type("ensomhed")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/find-tilbud/**")
    assert titles(phone) == {"Lanternen", "Bag døren"}
    press(phone, "Hvad er vigtigt?")
    press(phone, "Ensomhed", key="Space")
    press(phone, "Vis tilbud")
    phone.wait_for_url("**behov=ensomhed**")
    press(phone, "Lanternen")
    phone.wait_for_url("**/lanternen/**")
    press(phone, "Hjælp nu")
    phone.wait_for_url("**/hjaelp-nu/**")
    assert "112" in phone.inner_text("main")
    assert phone.faults == []


def test_keeping_and_handing_over_go_by_keyboard_alone(phone, site):
    phone.goto(f"{site}/find-tilbud/?q=ensomhed")
    press(phone, "Gem på min liste: Lanternen")
    phone.wait_for_url("**liste=**")
    press(phone, "Bag døren")
    phone.wait_for_url("**/bag-dren/**")
    press(phone, "Gem på min liste")
    press(phone, "Menu")
    press(phone, "Min liste (2)")
    phone.wait_for_url("**/liste/**")
    assert {"Lanternen", "Bag døren"} <= set(phone.inner_text("main").split("\n"))
    press(phone, "Print listen")
    phone.wait_for_url("**/print/")
    assert "Lanternen" in phone.inner_text("main")
    assert phone.faults == []
    assert len(phone.hosts) == 1


def test_no_page_is_wider_than_a_small_phone(phone, site):
    for path in ("/", "/find-tilbud/?q=ensomhed", "/vejle/huset/", "/vejle/huset/lanternen/", "/findes-ikke/"):
        phone.goto(site + path)
        right = max(box["x"] + box["width"] for box in map(_box, phone.locator("main *:visible").all()) if box)
        assert right <= 320, path


def _box(element):
    return element.bounding_box()
