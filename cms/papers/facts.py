"""What the papers are filled in with: read from the settings and the database, nothing guessed."""

import tomllib
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from cms.settings.environment import BASE_DIR
from directory.learning.counting import KEPT_FOR
from directory.models import MunicipalityPage


def facts() -> dict[str, object]:
    """Values for the templates, and what only people know as a hole that says so."""
    return {
        "version": program_version(),
        "today": timezone.localdate(),
        "hosts": sorted(set(Site.objects.values_list("hostname", flat=True))),
        "municipalities": list(_at_work()),
        "feedback_days": settings.FEEDBACK_DAYS,
        "hands_over": bool(settings.REFERRAL_KEYS),
        "revision_days": settings.REVISION_DAYS,
        "search_days": KEPT_FOR.days,
        "counts_searches": settings.SEARCH_COUNTING,
        "database": {"postgresql": "PostgreSQL", "sqlite": "SQLite på samme maskine"}[connection.vendor],
        "database_host": settings.DATABASES["default"].get("HOST", ""),
        "search_hosts": _hosts(settings.SEARCH_URL),
        "mail_host": getattr(settings, "EMAIL_HOST", ""),
        "tiles_host": urlsplit(settings.MAP_TILES_URL).hostname or "",
        "security_contact": settings.SECURITY_CONTACT,
    }


def program_version() -> str:
    """The version of the program."""
    return tomllib.loads((BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def _at_work():
    roots = Site.objects.values("root_page")
    return MunicipalityPage.objects.filter(pk__in=roots).order_by("title").values_list("title", flat=True)


def _hosts(url: str) -> list[str]:
    """The hosts of a search server, without what else its address holds."""
    parts = (urlsplit(part).hostname for part in url.split(","))
    return [host for host in parts if host]
