"""Settings for `make run`: production as it is, on one's own machine, where there is no certificate and no mail server."""

from cms.settings import trial_environment  # noqa: F401 - first, since production reads the environment when imported
from cms.settings.production import *  # noqa: F403 - settings modules extend each other, that is Django's way

DEMONSTRATION = True
# A newcomer has no mailbox here: the sign-in page says that a real site asks for two steps.
SECOND_STEP_REQUIRED = False
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
