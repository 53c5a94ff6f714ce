"""Questions to many places in the admin: asked, followed, answered on the telephone. Where the app is installed."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The pages and their item in the menu."""
    if apps.is_installed("directory.asking"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.asking.registering").register_questions()
