"""The directory as a Django app."""

from importlib import import_module

from django.apps import AppConfig, apps
from django.conf import settings
from django.utils.translation import gettext_lazy as _

#: Where `checks.py` looks for what can be wrong at start: the directory itself, and these rooms.
ROOMS_WITH_CHECKS = ("", ".find", ".offers", ".seeds")


class DirectoryConfig(AppConfig):
    """Hands the search its settings, the pages their rooms, and listens for changes."""

    name = "directory"
    verbose_name = _("Directory")

    def ready(self) -> None:
        from directory.indexing import listen as index
        from directory.learning import counting
        from directory.models import deleted_offer, watched
        from directory.models.shown import show
        from directory.pages import SHOWS
        from directory.text_fields import refuse_cpr

        _configure_search()
        for room in ROOMS_WITH_CHECKS:
            # They register themselves.
            import_module(f"directory{room}.checks")
        show(SHOWS)
        refuse_cpr(apps.get_models())
        index.connect()
        watched.connect()
        deleted_offer.connect()
        counting.connect()


def _configure_search() -> None:
    import search
    from directory.facets import indexed
    from directory.vocabulary import current, directions, overlay

    search.configure(
        url=settings.SEARCH_URL,
        index_dir=settings.SEARCH_INDEX_DIR,
        facets=indexed(),
        vocabulary=current,
        overlay=overlay,
        meaning=settings.SEARCH_MEANING,
        directions=directions,
    )
