"""The words of the search in the admin: what they are, what they would change, what is odd about them."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.editing.vocabulary import trying, warnings
from cms.editing.vocabulary.listing import WordsOfTheSearch


def register() -> None:
    """The menu of words, the way to try them, and the warnings after they were saved."""
    register_snippet(WordsOfTheSearch)
    hooks.register("register_admin_urls", lambda: trying.urlpatterns)
    hooks.register("after_create_snippet", warnings.tell)
    hooks.register("after_edit_snippet", warnings.tell)
