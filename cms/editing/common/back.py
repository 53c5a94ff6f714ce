"""Where a click that changes something leads: back to where it was."""

from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from wagtail.admin.utils import get_valid_next_url_from_request


def back(request, otherwise: str) -> HttpResponseRedirect:
    """To the address that the click sent with it; where it sent none of this site, to the page with that name."""
    return redirect(get_valid_next_url_from_request(request) or otherwise)
