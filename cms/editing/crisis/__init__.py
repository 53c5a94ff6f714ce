"""Help in a crisis, in the admin: the helplines."""

from wagtail.snippets.models import register_snippet

from cms.editing.crisis.helplines import HelplineViewSet


def register() -> None:
    """Bring the listing of helplines into the admin."""
    register_snippet(HelplineViewSet)
