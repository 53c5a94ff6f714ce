"""The text pages of a site: who is behind it, how it looks after people, accessibility, easy to read, deleting tracks.

What depends on the site or its settings stands in braces in `directory/data/text_pages.json`, and is filled in here.
"""

import json
import re
from html import escape
from pathlib import Path

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page
from wagtail.rich_text import RichText

from directory.learning.counting import KEPT_FOR
from directory.models import HomePage, MunicipalityPage, TextPage
from directory.seed_data import seed_data
from directory.seeds.pages import PageSeeds
from directory.seeds.table import Values

#: Who is behind the sites of the demonstration: nobody, and they say so.
_OF_DEMONSTRATION = Path(__file__).parent.parent / "demo" / "data" / "text_pages_behind.json"
_HOLE = re.compile(r"\{(\w+)\}")


class TextPageSeeds(PageSeeds):
    """The text pages of one site, one for each role."""

    model = TextPage
    key_field = "role"
    fields = ("slug", "title", "lead", "title_en", "lead_en")

    def __init__(self, home: HomePage, *, demonstration: bool) -> None:
        self._home = home
        self._demonstration = demonstration
        self.name = f"text_page_{home.pk}"

    def parent(self) -> Page:
        return HomePage.objects.get(pk=self._home.pk)

    def rows(self):
        return TextPage.objects.child_of(self._home).exclude(role=TextPage.Role.OTHER).order_by("pk")

    def shipped(self) -> dict[str, Values]:
        holes = _days() | _behind(self._home, demonstration=self._demonstration)
        return {row["role"]: self._shipped(row, holes) for row in seed_data("text_pages.json")}

    def _shipped(self, row: dict, holes: dict[str, str]) -> Values:
        bodies = {name: [[kind, _filled(value, holes)] for kind, value in row[name]] for name in ("body", "body_en")}
        return {field: row[field] for field in self.fields} | bodies

    def values_of(self, row: Model) -> Values:
        return super().values_of(row) | {"body": _plain(row.body), "body_en": _plain(row.body_en)}

    def write(self, row: Model, values: Values) -> None:
        row.body, row.body_en = ([tuple(block) for block in values[name]] for name in ("body", "body_en"))
        super().write(row, values)


def is_demonstration() -> bool:
    """Whether this is a demonstration: the municipality that does not exist comes with nothing else."""
    return MunicipalityPage.objects.filter(made_up=True).exists()


def _days() -> dict[str, str]:
    """For how long things are kept, as a visitor reads it in Danish and in English."""
    told = {"feedback_days": settings.FEEDBACK_DAYS, "search_days": KEPT_FOR.days}
    danish = {name: f"{days} {'dag' if days == 1 else 'dage'}" for name, days in told.items()}
    english = {f"{name}_en": f"{days} {'day' if days == 1 else 'days'}" for name, days in told.items()}
    return danish | english


def _behind(home: HomePage, *, demonstration: bool) -> dict[str, str]:
    """Who is behind the site, and how far it can be trusted."""
    texts = (
        json.loads(_OF_DEMONSTRATION.read_text(encoding="utf-8"))
        if demonstration
        else seed_data("text_pages_behind.json")
    )
    page = home.specific
    kind = "portal" if not isinstance(page, MunicipalityPage) else "made_up" if page.made_up else "municipality"
    return {name: text.replace("{name}", escape(home.title)) for name, text in texts[kind].items()}


def _filled(value: str | list[str], holes: dict[str, str]) -> str | list[str]:
    if isinstance(value, list):
        return [str(_filled(line, holes)) for line in value]
    return _HOLE.sub(lambda hole: holes[hole[1]], value)


def _plain(body) -> list:
    """A text as it ships: pairs of block and value, without the keys that Wagtail gives its blocks."""
    return [[block.block_type, _plain_value(block.value)] for block in body]


def _plain_value(value) -> str | list[str]:
    if isinstance(value, RichText):
        return value.source
    return value if isinstance(value, str) else list(value)
