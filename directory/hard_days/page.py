"""What a hard day shows: the block that leads the site, its page with all places, and the notice for the wall."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from directory.hard_days.modes import Mode, modes_at
from directory.hard_days.places import FactList, fact_lists
from directory.sites.here import here

#: So many places of a kind stand in the block that leads other pages; its own page has all.
SHOWN = 3


@dataclass(frozen=True)
class Leading:
    """A mode with what its block shows, and where the rest stands."""

    mode: Mode
    lists: list[FactList]
    url: str


@dataclass(frozen=True)
class Preview:
    """What a request carries as `hard_days_preview` that shows an editor pages ahead of their time."""

    moment: datetime
    #: Where the page of a name and a mode is shown then: at its own address it is not there yet.
    url: Callable[[str, int], str]


def leading(request) -> dict:
    """The modes that last now on the site that is asked for; nothing on the portal, and nothing when none does."""
    modes = _modes(request)
    if not modes:
        return {}
    rows = [Leading(mode, _lists(request, mode), _url(request, "hard_day", mode.key)) for mode in modes]
    return {"leading": rows, "most": f":{SHOWN}", "home": here(request).municipality}


def hard_day_page(request, key: int) -> dict:
    """A mode with all that is known of it; 404 before it begins, when it has ended, and on another site than its own."""
    mode = next((row for row in _modes(request) if row.key == key), None)
    if mode is None:
        raise Http404
    return {
        "mode": mode,
        "lists": _lists(request, mode),
        "notice_url": _url(request, "hard_day_notice", key),
        "page_url": _url(request, "hard_day", key),
        "now": timezone.localtime(),
    }


def _preview(request) -> Preview | None:
    return getattr(request, "hard_days_preview", None)


def _moment(request) -> datetime:
    preview = _preview(request)
    return preview.moment if preview else timezone.now()


def _modes(request) -> list[Mode]:
    municipality = here(request).municipality
    return modes_at(municipality.pk, _moment(request)) if municipality else []


def _lists(request, mode: Mode) -> list[FactList]:
    return fact_lists(mode, here(request).page_url, timezone.localdate(_moment(request)))


def _url(request, name: str, key: int) -> str:
    preview = _preview(request)
    return preview.url(name, key) if preview else here(request).carrying(reverse(name, args=[key]))
