"""Spots on pages where apps that an operator can do without show something of their own. A page knows none of them."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

#: At the top of the front page, of the search and of I dag; on the page of an offer, and in its block for professionals,
#: which are told the offer.
LEAD, OFFER, PROFESSIONALS = "lead", "offer", "professionals"

_Told = Callable[..., dict[str, Any]]
_FILLED: dict[str, dict[str, _Told]] = {LEAD: {}, OFFER: {}, PROFESSIONALS: {}}


def fill(spot: str, template: str, told: _Told) -> None:
    """Show a template in a spot, with what `told` answers to the request and what the page says; nothing where it tells nothing.

    Called when an app is ready.
    """
    _FILLED[spot][template] = told


def shown_in(spot: str, request, **named: Any) -> SafeString:
    """What stands in a spot of the page that is asked for."""
    blocks = ((template, told(request, **named)) for template, told in _FILLED[spot].items())
    shown = ((render_to_string(template, context, request),) for template, context in blocks if context)
    return format_html_join("", "{}", shown)
