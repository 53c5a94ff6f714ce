"""Settings of the site that is measured: as in production, in a folder of its own. `site.opened()` names the folder."""

from cms.settings.base import *  # noqa: F403 - settings modules extend each other, that is Django's way

DEBUG = False
SECRET_KEY = "measuring-only"  # no visitor ever meets it
ALLOWED_HOSTS = ["localhost", ".localhost"]
# The embedded engine: another one may hold entries that somebody needs.
SEARCH_URL = ""
# The index is built at once, when everything is there.
SEARCH_LIVE_UPDATES = False
# A line for every page that is made would hide the numbers.
LOGGING = LOGGING | {"root": {"handlers": ["console"], "level": "WARNING"}}  # noqa: F405
