"""Changes together in the admin, where the app is installed."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The pages, their item in the menu, the buttons that lead there, and the word before a page is published alone."""
    if apps.is_installed("directory.changesets"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.changesets.registering").register_sets()
