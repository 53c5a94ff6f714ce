"""Importing a spreadsheet in the admin, where the app is installed."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The pages and their item in the menu."""
    if apps.is_installed("directory.uploading"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.uploading.registering").register_imports()
