"""A site's own colours as a stylesheet of custom properties, and the address that changes when they do."""

from hashlib import sha256

from django.urls import reverse

from directory.colours import DARK_PAPER, LIGHT_PAPER, is_colour, stronger
from directory.models import SiteSettings


def theme_url(site: SiteSettings) -> str:
    """Where the site's colours are; nothing where it has none of its own."""
    sheet = stylesheet(site)
    return f"{reverse('theme')}?v={version(sheet)}" if sheet else ""


def version(sheet: str) -> str:
    """A short name for what a stylesheet says."""
    return sha256(sheet.encode()).hexdigest()[:12]


def stylesheet(site: SiteSettings) -> str:
    """The colours for light and for dark; paper stays light. Only what is a colour gets in, wherever it came from."""
    chosen = (site.main_colour, site.main_colour_in_dark, site.link_colour, site.link_colour_in_dark)
    if not any(chosen) or not all(is_colour(colour) for colour in chosen if colour):
        return ""
    light = _properties(site.main_colour, site.link_colour, LIGHT_PAPER)
    dark = _properties(site.main_in_dark, site.link_in_dark, DARK_PAPER)
    screen = "@media screen and (prefers-color-scheme:dark)"
    return (f":root{{{light}}}" if light else "") + f"{screen}{{:root{{{dark}}}}}"


def _properties(main: str, link: str, paper: str) -> str:
    told = {"primary": main, "primary-dark": main and stronger(main, paper), "link": link}
    return ";".join(f"--vv-{name}:{colour}" for name, colour in told.items() if colour)
