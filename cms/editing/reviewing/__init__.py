"""Letters to the places in the admin: whether they are sent, what they would say, and what the places answer."""

from importlib import import_module

from django.apps import apps


def register() -> None:
    """The pages and their items in the menu, where the app is installed."""
    if apps.is_installed("directory.reviewing"):
        # Without the app its models cannot be imported.
        import_module("cms.editing.reviewing.registering").register_pages()
