"""What the frame around every page shows: whose site it is, where its search is, whom one can call."""

from django.utils.functional import SimpleLazyObject

from directory.sites.here import here
from directory.sites.theme import theme_url


def frame(request) -> dict:
    """The context of the frame, for all templates; read from the database only by pages that show it."""
    site = here(request)
    return {
        "home": SimpleLazyObject(lambda: site.home),
        "municipality": SimpleLazyObject(lambda: site.municipality),
        "site_settings": SimpleLazyObject(lambda: site.settings),
        "theme_url": SimpleLazyObject(lambda: theme_url(site.settings)),
        "find_url": SimpleLazyObject(lambda: site.find_url),
        "text_urls": SimpleLazyObject(lambda: site.text_urls),
        "shortlist": SimpleLazyObject(lambda: site.shortlist),
    }
