"""Handing a page over: neutral words, the address, a code to scan. The visitor's own programs send it; we do not."""

from dataclasses import dataclass
from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Handover:
    """How the visitor gives the list to somebody: words that tell nothing about anybody, and the address."""

    url: str
    text: str
    subject: str
    qr: SafeString


#: Codes of so many pages are kept. A visitor's list is none of them: its address says what somebody chose.
_MAX_KEPT = 1_000


def handover_of_page(request) -> Handover:
    """The address of the page that is asked for, to give to somebody."""
    url = request.build_absolute_uri(request.path)
    return _handover(url, _kept_code(url))


def handover_of_list(request, path: str) -> Handover:
    """The address of a visitor's list, to give to somebody."""
    url = request.build_absolute_uri(path)
    return _handover(url, qr_code(url))


def _handover(url: str, qr: SafeString) -> Handover:
    # The words do not say what it is about.
    return Handover(url, _("Have a look at this:"), _("A link for you"), qr)


def qr_code(text: str) -> SafeString:
    """A QR code as SVG, dark on white, that is still read from a bad print."""
    # Made by the library from the text's bits alone: nothing of the text stands in the markup.
    return mark_safe(segno.make_qr(text, error="m").svg_inline(border=2, omitsize=True))  # noqa: S308


_kept_code = lru_cache(_MAX_KEPT)(qr_code)
