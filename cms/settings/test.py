"""Settings for the tests: quick, and everything that is forgotten is an error."""

import tempfile
from pathlib import Path

from cms.settings.base import *  # noqa: F403 - settings modules extend each other, that is Django's way
from cms.settings.base import TEMPLATES

DEBUG = False
SECRET_KEY = "tests-only"  # noqa: S105 - no visitor ever meets it
REFERRAL_KEYS = ["dGVzdHMtb25seS1uby1jaXRpemVuLWV2ZXItbWV0LWk="]
ALLOWED_HOSTS = ["testserver", "localhost", ".localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_SCRATCH = Path(tempfile.mkdtemp(prefix="vejviser-test-"))
MEDIA_ROOT = _SCRATCH / "media"
SEARCH_INDEX_DIR = str(_SCRATCH / "index")
# Tests sign people in without the form; those whose subject is the second step ask for it.
SECOND_STEP_REQUIRED = False
SEARCH_LIVE_UPDATES = False
SEARCH_COUNTING = False
SEARCH_URL = ""
SEARCH_MEANING = False
# A test's changes are never committed, so that no page would hear of them.
PAGES_KEPT_BYTES = 0
TEMPLATES[0]["OPTIONS"]["debug"] = True
# Static files come from where they are written: nobody collects them for a test.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
