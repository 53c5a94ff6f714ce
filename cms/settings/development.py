"""Settings for working on the code: `make dev`."""

from cms.settings.base import *  # noqa: F403 - settings modules extend each other, that is Django's way
from cms.settings.base import LOGGING
from cms.settings.environment import flag

DEBUG = True
SECRET_KEY = "development-only"  # noqa: S105 - never used where visitors come
REFERRAL_KEYS = ["ZGV2ZWxvcG1lbnQtb25seS1uZXZlci1yZWFsLXdvcmQ="]
ALLOWED_HOSTS = ["localhost", ".localhost", "127.0.0.1"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMONSTRATION = True
# A newcomer has no mailbox here: the sign-in page says that a real site asks for two steps.
SECOND_STEP_REQUIRED = False
STYLEGUIDE = flag("STYLEGUIDE", default=True)
# Nobody but the developer visits: exceptions may quote what they stumbled over.
LOGGING["formatters"]["without_values"] = {"format": "%(levelname)s %(name)s: %(message)s"}
