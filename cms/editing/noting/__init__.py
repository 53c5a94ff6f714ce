"""Notes, labels, watching and saved views in the admin, where the app is installed."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The pages, what they bring to the listing of offers, the buttons that lead there, and the panel."""
    if apps.is_installed("directory.noting"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.noting.registering").register_notes()
