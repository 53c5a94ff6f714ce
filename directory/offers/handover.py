"""Handing a page over: neutral words, the address, a code to scan. The visitor's own programs send it; we do not."""

from dataclasses import dataclass

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


def handover(request, path: str) -> Handover:
    """The address to give to somebody, with words that do not say what it is about."""
    url = request.build_absolute_uri(path)
    return Handover(url, _("Have a look at this:"), _("A link for you"), qr_code(url))


def qr_code(text: str) -> SafeString:
    """A QR code as SVG, dark on white, that is still read from a bad print."""
    # Made by the library from the text's bits alone: nothing of the text stands in the markup.
    return mark_safe(segno.make_qr(text, error="m").svg_inline(border=2, omitsize=True))  # noqa: S308
