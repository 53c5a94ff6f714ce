"""The listing of offers as somebody looks at it: a click in it leads back there."""

from django.urls import reverse

#: Its name as a page, for clicks that say nothing of where they were.
LISTING = "offers:index"


def listing_address(request) -> str:
    """The address that somebody looks at. A script asks for its results alone, which have another one."""
    asked = request.GET.urlencode()
    return reverse(LISTING) + (f"?{asked}" if asked else "")
