"""The directory as a Django app."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Hands the search its settings and listens for changes."""

    name = "directory"
    verbose_name = _("Directory")

    def ready(self) -> None:
        import search
        from directory import checks, learning  # noqa: F401 - checks register themselves; models must be loaded first
        from directory.indexing import listen
        from directory.indexing.facets import FACETS
        from directory.vocabulary import current, overlay
        from directory.vocabulary import listen as words

        search.configure(
            url=settings.SEARCH_URL,
            index_dir=settings.SEARCH_INDEX_DIR,
            facets=FACETS,
            vocabulary=current,
            overlay=overlay,
        )
        listen.connect()
        words.connect()
        learning.connect()
