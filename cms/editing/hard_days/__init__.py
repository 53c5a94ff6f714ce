"""Hard days in the admin: switching a mode on, with from and to, and off. Where the app is installed."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The pages and their item in the menu."""
    if apps.is_installed("directory.hard_days"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.hard_days.registering").register_hard_days()
