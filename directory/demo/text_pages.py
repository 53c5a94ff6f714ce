"""The text pages of the demonstration's sites, as they are at first."""

import json
from html import escape

from directory.demo.tree import DATA, WITH_SITE
from directory.importing.write.pages import publish_new
from directory.models import HomePage, MunicipalityPage, PortalPage, TextPage

_WORDS = ("title", "lead", "title_en", "lead_en")


def load_text_pages() -> int:
    """Make the pages of each site that has none; an editor may have deleted some on purpose."""
    homes = [*PortalPage.objects.all(), *MunicipalityPage.objects.filter(slug__in=WITH_SITE)]
    return sum(_below(home) for home in homes if not TextPage.objects.child_of(home).exists())


def _below(home: HomePage) -> int:
    told = json.loads((DATA / "text_pages.json").read_text(encoding="utf-8"))
    holes = _behind(home)
    for row in told:
        page = TextPage(role=row["role"], slug=row["slug"], **{name: row[name] for name in _WORDS})
        page.body, page.body_en = (_filled(row[name], holes) for name in ("body", "body_en"))
        publish_new(home, page)
    return len(told)


def _behind(home: HomePage) -> dict[str, str]:
    """Who is behind the site, and how far it can be trusted."""
    told = json.loads((DATA / "text_pages_behind.json").read_text(encoding="utf-8"))
    kind = "portal" if isinstance(home, PortalPage) else "made_up" if home.made_up else "municipality"
    return {name: text.replace("{name}", escape(home.title)) for name, text in told[kind].items()}


def _filled(body: list, holes: dict[str, str]) -> list[tuple]:
    return [(kind, _fill(value, holes) if kind == "text" else value) for kind, value in body]


def _fill(text: str, holes: dict[str, str]) -> str:
    for name, told in holes.items():
        text = text.replace(f"{{{name}}}", told)
    return text
