"""What a hard day shows: the block that leads the site, its page with all places, and the notice for the wall."""

from dataclasses import dataclass

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


def leading(request) -> dict:
    """The modes that last now on the site that is asked for; nothing on the portal, and nothing when none does."""
    municipality = here(request).municipality
    modes = modes_at(municipality.pk, timezone.now()) if municipality else []
    if not modes:
        return {}
    rows = [
        Leading(mode, fact_lists(mode, here(request).page_url), here(request).carrying(_url(mode))) for mode in modes
    ]
    return {"leading": rows, "most": f":{SHOWN}", "home": municipality}


def hard_day_page(request, key: int) -> dict:
    """A mode with all that is known of it; 404 before it begins, when it has ended, and on another site than its own."""
    municipality = here(request).municipality
    modes = modes_at(municipality.pk, timezone.now()) if municipality else []
    mode = next((row for row in modes if row.key == key), None)
    if mode is None:
        raise Http404
    return {
        "mode": mode,
        "lists": fact_lists(mode, here(request).page_url),
        "notice_url": here(request).carrying(reverse("hard_day_notice", args=[key])),
        "page_url": here(request).carrying(_url(mode)),
        "now": timezone.localtime(),
    }


def _url(mode: Mode) -> str:
    return reverse("hard_day", args=[mode.key])
