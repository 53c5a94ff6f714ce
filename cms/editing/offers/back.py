"""Where a click in the listing of offers leads: back to where it was."""

from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request


def listing_address(request) -> str:
    """The listing as somebody looks at it. A script asks for its results alone, which have another address."""
    asked = request.GET.urlencode()
    return reverse("offers:index") + (f"?{asked}" if asked else "")


def back(request) -> HttpResponseRedirect:
    """To the address that the click sent with it; to the listing where it sent none of this site."""
    return redirect(get_valid_next_url_from_request(request) or reverse("offers:index"))
