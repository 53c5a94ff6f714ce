"""Links to drafts in the admin, where the app is installed."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The page of an offer's links, and the button that leads there."""
    if apps.is_installed("directory.previewing"):
        # Without the app its model cannot be imported.
        import_module("cms.editing.previewing.registering").register_preview_links()
