"""Where a journey to a place is planned: links out, so that nobody learns of it who is not asked."""

from urllib.parse import quote

from directory.models import Place
from directory.sites.here import here


def geo_url(place: Place | None) -> str:
    """The address for the map program of the visitor's own phone; nothing where it is hidden, or where nobody knows the street."""
    if place is None or not place.is_public or not place.street:
        return ""
    # The position of a postal code leads to no door: then the program looks the address up.
    at = f"{place.lat},{place.lon}" if place.point and not place.approximate else "0,0"
    return f"geo:{at}?q={_address(place)}"


def planner_url(place: Place | None, request) -> str:
    """The site's route planner, led to the place where it can be; nothing for an address that is hidden."""
    if place is None or not place.is_public:
        return ""
    return here(request).settings.planner_url.replace("{address}", _address(place))


def _address(place: Place) -> str:
    return quote(place.address_line, safe="")
