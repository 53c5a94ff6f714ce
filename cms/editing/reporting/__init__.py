"""Reports of the own offers in the admin: what makes them easy to come to, what is missing where, how fast answers come."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The pages and their items in the menu of reports, where the app is installed."""
    if apps.is_installed("directory.reporting"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.reporting.registering").register_reports()
