"""Every type of page in Chromium: small and wide, light, dark and in forced colours, with scripts and without."""

import pytest

from tests.pages.probes import axe, keyboard, layout, modes, weight

pytestmark = [pytest.mark.browser, pytest.mark.slow]
#: How people's devices are set.
MODES = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "forced": {"forced_colors": "active"}}


@pytest.fixture
def visit(browser):
    """Opens a visitor's browser that has nothing yet: `visit(width)`; scripts are blocked where asked."""
    contexts = []

    def opened(width=1280, *, scripts=True, **options):
        context = browser.new_context(locale="da-DK", viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        if not scripts:
            context.route("**/*.js", lambda route: route.abort())
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


# Each width and each way once, for time: three modes of colour are read in each.
@pytest.mark.parametrize(("width", "scripts"), [(320, True), (1280, False)])
def test_no_rule_of_accessibility_is_broken(page_type, port, visit, width, scripts):
    page = visit(width, scripts=scripts, bypass_csp=True)
    page.goto(page_type.address(port))
    found = []
    for name, mode in MODES.items():
        page.emulate_media(**({"color_scheme": "light", "forced_colors": "none"} | mode))
        found += [f"{name}: {fault}" for fault in axe.faults(page, colours_alone=name != "light")]
    assert not found


def test_it_fits_small_screens_wide_spacing_and_large_letters(page_type, port, visit):
    assert not layout.faults(visit(bypass_csp=True), page_type.address(port))


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(page_type, port, visit, width):
    assert not keyboard.faults(visit(width), page_type.address(port))


def test_it_heeds_what_people_ask_of_their_devices(page_type, port, visit):
    page = visit(scripts=False)
    page.goto(page_type.address(port))
    assert not modes.faults(page)


def test_it_is_light(page_type, port, visit):
    assert not weight.faults(visit(360), page_type.address(port), page_type.budget)


def test_it_asks_nobody_else_keeps_nothing_and_breaks_nothing(page_type, port, visit):
    page = visit()
    hosts, errors = set(), []
    page.on("request", lambda asked: hosts.add(asked.url.split("/")[2]))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(page_type.address(port))
    if page_type.status != 200:
        # Chromium notes the answer to the page itself as an error.
        errors = [error for error in errors if "Failed to load resource" not in error]
    assert (errors, hosts) == ([], {f"{page_type.host}:{port}"})
    assert page.context.cookies() == []
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == list(page_type.kept)
