"""Links of one's own listings that do not work any more, in the admin."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The report and the panel of the first page, where the app is installed."""
    if apps.is_installed("directory.links"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.links.registering").register_links()
