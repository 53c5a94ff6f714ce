"""Whom an operator names to be told of weaknesses."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email


def contact_uri(told: str) -> str:
    """The contact as the address of a link; empty where what was told is neither a mail address nor a page with https."""
    if told.startswith("https://") and urlsplit(told).hostname:
        return told if told.isascii() and told.isprintable() and " " not in told else ""
    try:
        validate_email(told.removeprefix("mailto:"))
    except ValidationError:
        return ""
    return f"mailto:{told.removeprefix('mailto:')}"
