"""Where a journey to a place is planned: a link out, so that nobody learns of it who is not asked."""

from urllib.parse import quote

from directory.models import Place
from directory.sites.here import here


def planner_url(place: Place | None, request) -> str:
    """The site's route planner, led to the place where it can be; nothing for an address that is hidden."""
    if place is None or not place.is_public:
        return ""
    address = quote(f"{place.street}, {place.town_line}".strip(", "), safe="")
    return here(request).settings.planner_url.replace("{address}", address)
