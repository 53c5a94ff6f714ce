"""What a citizen meets in the first minutes: hits in sight on a small phone, an offer in the order of the question, a list kept."""

import re
from urllib.parse import urlencode, urljoin, urlsplit

import pytest

from tests.pages.page_types import EKSEMPEL, VEJLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: Pixels from the top of a phone of 360x740: a card that begins there shows its name and its first line.
IN_SIGHT = 600
#: Pixels of an offer's page on a phone of 360, where the place has told everything.
MAX_HEIGHT = 6_500
SEARCHES = (
    "ensomhed", "kaffe", "værested", "gruppe", "natur", "gåtur", "mad", "angst", "unge", "pårørende", "sorg", "motion",
    "alkohol", "gæld", "søvn", "bostøtte", "hjælp til breve", "nogen at tale med", "ensomhd", "jeg føler mig alene",
)  # fmt: skip
FILTERS = (
    "behov=ensomhed",
    "gratis=ja&adgang=drop_in",
    "adgang=drop_in&maalgruppe=unge",
    "sted=7100&km=20",
    "q=kaffe&sted=9999&alder=abc",
)
TOP_OF_FIRST_CARD = "document.querySelector('.vv-results .vv-cards > li').getBoundingClientRect().top + scrollY"


@pytest.fixture
def phone(browser):
    """A small phone that runs no scripts: what it shows needs none."""
    context = browser.new_context(locale="da-DK", viewport={"width": 360, "height": 740}, java_script_enabled=True)
    yield context.new_page()
    context.close()


def address(port, path, host=VEJLE):
    return f"http://{host}:{port}{path}"


@pytest.mark.parametrize("query", [*(urlencode({"q": words}) for words in SEARCHES), *FILTERS])
def test_the_first_hit_is_in_sight_whatever_was_asked(phone, port, query):
    phone.goto(address(port, f"/find-tilbud/?{query}"))
    assert phone.evaluate(TOP_OF_FIRST_CARD) <= IN_SIGHT


def test_a_search_leads_the_eye_and_the_keyboard_to_its_hits(phone, port):
    phone.goto(address(port, "/"))
    phone.fill("#find-q", "ensomhed")
    phone.press("#find-q", "Enter")
    phone.wait_for_url("**/find-tilbud/**#resultater")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('#resultater') !== null")


def offers_of(phone, port):
    """The addresses of the offers of the made-up municipality, which has told everything."""
    phone.goto(address(port, "/find-tilbud/", EKSEMPEL))
    found = []
    while True:
        found += phone.locator(".vv-cards:not([aria-labelledby=more]) .card-heading a").evaluate_all(
            "all => all.map(a => a.href)"
        )
        more = phone.locator(".vv-pager .button-primary")
        if not more.count():
            return [one for one in found if "hele-landet" not in one]
        phone.goto(more.get_attribute("href") and urljoin(phone.url, more.get_attribute("href")))


def test_a_well_kept_offer_is_not_a_long_way_to_scroll_and_never_without_something_to_do(phone, port):
    heights = {}
    for offer in offers_of(phone, port):
        phone.goto(offer)
        heights[urlsplit(offer).path] = phone.evaluate("document.documentElement.scrollHeight")
    assert len(heights) >= 16
    assert {path: height for path, height in heights.items() if height > MAX_HEIGHT} == {}


#: Pages on which no list may be found afterwards, and what is no page.
_CARRIES_NONE = re.compile(
    r"/hjaelp-nu/|/tilbagemelding/|/liste/|/static/|/media/|/was|/kalender|/nyt\.atom|/konto/|/fagfolk/bord/"
)


def test_no_link_inside_the_site_drops_the_list(phone, port):
    """A crawl from the front page on, to as many kinds of pages as it meets, with two offers on the list."""
    start = offers_of(phone, port)[:2]
    phone.goto(start[0])
    keys = []
    for offer in start:
        phone.goto(offer)
        keys.append(phone.locator("[id^=t][href*=liste]").first.get_attribute("id")[1:])
    listed = "-".join(keys)
    queue, seen, dropped = [address(port, f"/?liste={listed}", EKSEMPEL)], set(), set()
    while queue and len(seen) < 40:
        url = queue.pop(0)
        kind = re.sub(r"\d+|[^/]+(?=/$)", "x", urlsplit(url).path)
        if kind in seen:
            continue
        seen.add(kind)
        phone.goto(url)
        for link in phone.locator("a[href]").evaluate_all("all => all.map(a => a.href)"):
            parts = urlsplit(link)
            inside = parts.netloc == urlsplit(url).netloc and not parts.path.startswith(("/admin", "/static"))
            if not inside or _CARRIES_NONE.search(parts.path) or (parts.fragment and parts.path == urlsplit(url).path):
                continue
            if "liste=" not in parts.query:
                dropped.add((kind, parts.path))
            queue.append(link)
    assert dropped == set()


#: Whether the button to leave with lies on the words of the heading.
COVERED = """() => {
  const words = document.createRange(), button = document.querySelector('.vv-exit .button').getBoundingClientRect();
  words.selectNodeContents(document.querySelector('h1'));
  const heading = words.getBoundingClientRect();
  return heading.right > button.left && heading.top < button.bottom && heading.bottom > button.top;
}"""
#: Pixels of a small phone's screen, on which the three most important numbers stand.
ONE_SCREEN = 740


@pytest.mark.parametrize("host", [EKSEMPEL, VEJLE])
def test_the_three_most_important_numbers_stand_on_one_screen(phone, port, host):
    phone.goto(address(port, "/hjaelp-nu/", host))
    lines = phone.locator(".vv-lines > li")
    bottoms = lines.evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)")
    assert len(bottoms) >= 3
    assert bottoms[2] <= ONE_SCREEN
    for path in ("/en/hjaelp-nu/", "/hjaelp-nu/"):
        phone.goto(address(port, path, host))
        assert phone.evaluate(COVERED) is False
    assert lines.locator("a[href^=tel]").first.get_attribute("href") == "tel:112"


def test_leaving_quickly_covers_the_page_at_once_however_slow_the_line(phone, port):
    phone.goto(address(port, "/hjaelp-nu/"))
    phone.route("**://www.dmi.dk/**", lambda route: route.fulfill(status=204))  # the next page never comes
    button = phone.locator("[data-exit]")
    red, green, blue = re.findall(r"\d+", button.evaluate("one => getComputedStyle(one).backgroundColor"))[:3]
    assert int(red) <= max(int(green), int(blue)), "others see the button too"
    covered = button.evaluate("one => { one.click(); return getComputedStyle(document.body).display === 'none' }")
    assert covered, "the page is covered in the same turn as the press"


def stored(page):
    return page.evaluate("({...localStorage})")


def test_a_list_is_kept_on_the_phone_once_somebody_chose_it_and_not_after(phone, port):
    phone.goto(address(port, "/find-tilbud/", EKSEMPEL))
    one, other = phone.locator(".vv-card").evaluate_all("all => all.slice(0, 2).map(card => card.id.slice(1))")
    phone.goto(address(port, f"/liste/{one}/", EKSEMPEL))
    assert stored(phone) == {}
    phone.get_by_role("button", name="Husk listen på denne telefon").click()
    phone.goto(address(port, f"/liste/{one}-{other}/", EKSEMPEL))
    phone.goto(address(port, "/liste/", EKSEMPEL))
    phone.get_by_role("link", name="Åbn den").click()
    phone.wait_for_url(f"**/liste/{one}-{other}/")
    phone.get_by_role("button", name="Glem listen").click()
    assert stored(phone) == {}
    phone.goto(address(port, "/liste/", EKSEMPEL))
    assert phone.locator("[data-remember]").is_hidden()


def test_leaving_quickly_lets_the_phone_forget_the_list(phone, port):
    phone.goto(address(port, "/liste/1/", EKSEMPEL))
    phone.evaluate("localStorage.setItem('vejviser-list', '1-2')")
    phone.route("**://www.dmi.dk/**", lambda route: route.fulfill(status=204))
    phone.goto(address(port, "/hjaelp-nu/", EKSEMPEL))
    phone.locator("[data-exit]").evaluate("one => one.click()")
    assert stored(phone) == {}


def real_offers(phone, port):
    """The pages of the real offers of a municipality, as a program gets them, by their addresses."""
    phone.goto(address(port, "/find-tilbud/"))
    found, cards = [], 0
    while True:
        shown = phone.locator(".vv-cards:not([aria-labelledby=more]) > .vv-card")
        assert shown.count() == shown.filter(has=phone.locator(".vv-actions .button")).count(), (
            "a card without a thing to do"
        )
        cards += shown.count()
        found += shown.locator(".card-heading a").evaluate_all("all => all.map(a => a.href)")
        more = phone.locator(".vv-pager .button-primary")
        if not more.count():
            break
        phone.goto(urljoin(phone.url, more.get_attribute("href")))
    assert cards == len(found) >= 50
    # Chromium alone knows that every name below localhost is this machine.
    return {url: phone.evaluate("url => fetch(url).then(answer => answer.text())", url) for url in found}


_CONTACT = re.compile(r'class="vv-box vv-contact".*?</div>', re.DOTALL)


def test_no_real_offer_leaves_one_without_anything_to_do(phone, port):
    silent, empty = [], []
    for url, html in real_offers(phone, port).items():
        contact = _CONTACT.search(html).group()
        if "Spørg gerne stedet" in html and not re.search(r'href="(tel|mailto|https?):', contact):
            silent.append(url)
        if not re.search(r'href="(tel:|mailto:|http|[^"]*/tilbagemelding/)', contact + html.partition("vv-unknown")[2]):
            empty.append(url)
    assert (silent, empty) == ([], [])


#: What five people come for: from the front page, what they tap on, and what is before them then.
TASKS = {
    "somebody who cannot wait": ([".vv-now"], "a[href='tel:112']"),
    "somebody who wants to talk": ([".vv-needs a:has-text('Nogen at tale med')"], ".vv-card .vv-actions a.button"),
    "a relative": (["a:has-text('pårørende')", "main ul a"], ".vv-card .vv-actions a.button, main ul a"),
    "somebody who wants to know how it is": (
        [".vv-needs a:has-text('Et sted at være')", ".vv-card .card-heading a"],
        "#foerste-gang",
    ),
    "a support worker who prints": (
        [
            ".vv-needs a:has-text('Et sted at være')",
            ".vv-card a[rel=nofollow]:has-text('Gem')",
            "a:has-text('Se min liste')",
            "a:has-text('Print')",
        ],
        ".vv-sheet .vv-qr",
    ),
}


@pytest.mark.parametrize("task", TASKS)
def test_what_people_come_for_is_few_taps_from_the_front_page(phone, port, task):
    taps, wanted = TASKS[task]
    assert len(taps) <= 4
    phone.goto(address(port, "/", EKSEMPEL))
    for tap in taps:
        phone.locator(tap).locator("visible=true").first.click()
    phone.locator(wanted).first.wait_for(state="attached")
