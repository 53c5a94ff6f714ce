"""The site as it is served, with one more address: the same page answered by Wagtail's own search."""

from cms.settings.trial import *  # noqa: F403 - settings modules extend each other, that is Django's way

ROOT_URLCONF = "tests.bench.urls"
