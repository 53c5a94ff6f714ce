"""Help in a crisis, in the admin: the helplines."""

from wagtail.snippets.models import register_snippet

from cms.editing.crisis.helplines import HelplineViewSet


def register() -> None:
    """The listing of helplines."""
    register_snippet(HelplineViewSet)
