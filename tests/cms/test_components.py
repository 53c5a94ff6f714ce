"""Every component is shown on the styleguide, and every symbol it asks for is there."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from cms import styleguide

TEMPLATES = Path(settings.BASE_DIR) / "templates"
COMPONENTS = TEMPLATES / "components"


@pytest.fixture(scope="module")
def shown() -> BeautifulSoup:
    html = render_to_string("styleguide.html", styleguide.specimens() | {"find_url": "/find-tilbud/"})
    return BeautifulSoup(html, "html5lib")


def included(template: Path) -> set[str]:
    """The components that a template includes, and those that they include."""
    text = template.read_text(encoding="utf-8")
    names = set(re.findall(r'(?:include|from) "components/([\w-]+\.\w+)"', text))
    names |= {f"{name}.jinja" for name in re.findall(r"{% (icon|fact) ", text)}
    names |= {f"{name}.jinja" for name in re.findall(r'{% component "(\w+)" ', text)}
    return names.union(*(included(COMPONENTS / name) for name in names))


def test_every_component_is_on_the_styleguide():
    on_page = included(TEMPLATES / "styleguide.html") | included(TEMPLATES / "base.html")
    assert {path.name for path in COMPONENTS.iterdir()} <= on_page


@pytest.mark.parametrize("component", sorted(COMPONENTS.glob("[!_]*")), ids=lambda path: path.stem)
def test_a_component_tells_its_name_and_arguments(component):
    head = re.split("{% endcomment %}|#}", component.read_text(encoding="utf-8"))[0]
    assert re.search(rf"{component.stem}: ", head)
    assert re.search(r"^(Arguments|Needs) ", head, re.MULTILINE)


def test_every_symbol_used_is_drawn(shown):
    drawn = {symbol["id"] for symbol in shown.find_all("symbol")}
    asked = {use["href"].removeprefix("#") for use in shown.find_all("use")}
    assert asked
    assert asked <= drawn


def test_no_id_stands_twice(shown):
    ids = [tag["id"] for tag in shown.find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))


def test_labels_and_descriptions_point_at_something(shown):
    ids = {tag["id"] for tag in shown.find_all(id=True)}
    named = [tag["for"] for tag in shown.find_all("label") if not tag.find("input")]
    for attribute in ("aria-labelledby", "aria-describedby", "form"):
        named += [name for tag in shown.find_all(attrs={attribute: True}) for name in tag[attribute].split()]
    assert set(named) <= ids


def test_every_link_and_form_leads_somewhere(shown):
    """A component whose argument was renamed would leave its address empty, and say nothing."""
    assert not [tag for tag in shown.find_all("a") if not tag.get("href")]
    assert not [tag for tag in shown.find_all("form") if not tag.get("action")]


def test_nothing_is_styled_or_scripted_inline(shown):
    assert not shown.find_all(style=True)
    assert not [tag for tag in shown.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert all(script.get("src") for script in shown.find_all("script"))


def test_no_telephone_number_but_112_stands_in_a_template():
    for path in (*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.jinja")):
        numbers = re.findall(r"tel:\+?(\d+)", path.read_text(encoding="utf-8"))
        assert set(numbers) <= {"112"}, path


def test_crisis_words_wait_for_a_clinician():
    lines = styleguide.sample_lines(timezone.localtime())["open"]
    context = {"crisis": {"topic": "life", "approved": False, "lines": lines}}
    with translation.override("en"):
        html = render_to_string("components/crisis_card.html", context)
    assert "dying" not in html
    assert re.findall(r'href="tel:(\w+)"', html) == ["112"]


@pytest.mark.parametrize("name", ["404.html", "410.html", "500.html"])
def test_an_error_page_says_that_it_is_not_the_visitors_fault(name):
    with translation.override("en"):
        assert re.search("not (your fault|yours)|our fault", render_to_string(name))
