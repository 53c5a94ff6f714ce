"""Settings of a server that answers as in production: errors are pages. Static files come from where they are written."""

from cms.settings.development import *  # noqa: F403 - settings modules extend each other, that is Django's way

DEBUG = False
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
