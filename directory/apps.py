"""The directory as a Django app."""

from django.apps import AppConfig, apps
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Hands the search its settings, the pages their rooms, and listens for changes."""

    name = "directory"
    verbose_name = _("Directory")

    def ready(self) -> None:
        import search
        from directory import checks  # noqa: F401 - checks register themselves
        from directory.facets import FACETS
        from directory.find import checks as facet_checks  # noqa: F401
        from directory.indexing import listen as index
        from directory.learning import counting
        from directory.models.shown import show
        from directory.offers import checks as kinds  # noqa: F401
        from directory.pages import SHOWS
        from directory.seeds import checks as seeds  # noqa: F401
        from directory.text_fields import refuse_cpr
        from directory.vocabulary import current, overlay
        from directory.vocabulary import listen as words

        search.configure(
            url=settings.SEARCH_URL,
            index_dir=settings.SEARCH_INDEX_DIR,
            facets=FACETS.names,
            vocabulary=current,
            overlay=overlay,
        )
        show(SHOWS)
        refuse_cpr(apps.get_models())
        index.connect()
        words.connect()
        counting.connect()
