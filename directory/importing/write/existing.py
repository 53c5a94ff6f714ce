"""The pages that the importer has written before, and whether they are still as it left them."""

from dataclasses import dataclass

from wagtail.models import Page

from directory.importing.map.plan import Plan
from directory.importing.write.pages import is_edited, planned
from directory.models import KINDS, DeletedOffer
from directory.models.tree import parent_path

_RELATIONS = ("audiences", "opening_hours", "closures", "sessions", "first_visit_steps", "links", "needs", "languages")


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page that rows may mean."""

    pk: int
    kind: str
    planned: str
    edited: bool


class KnownPages:
    """All of them, read at once: looking them up one by one takes longer than writing them."""

    def __init__(self) -> None:
        self._pages: dict[str, KnownPage] | None = None
        self._deleted: set[tuple[str, str]] | None = None

    def get(self, external_id: str) -> KnownPage | None:
        """The page with this id in the source, as it was when the run began."""
        if self._pages is None:
            self._pages = _read()
        return self._pages.get(external_id)

    def was_deleted(self, plan: Plan) -> bool:
        """Whether somebody has deleted the offer here. One that comes back as another kind was deleted to make room for it."""
        if self._deleted is None:
            self._deleted = set(DeletedOffer.objects.values_list("external_id", "kind"))
        return (plan.external_id, plan.kind) in self._deleted


def _read() -> dict[str, KnownPage]:
    parents = dict(Page.objects.values_list("path", "pk"))
    found = {}
    for kind, model in KINDS.items():
        rows = model.objects.prefetch_related(*_RELATIONS).select_related("latest_revision")
        for page in rows:
            edited = is_edited(page, parents[parent_path(page)])
            known = KnownPage(page.pk, kind, planned(page.imported), edited)
            # What editors have made here has no id in a source; another installation knows it by its lasting one.
            found |= {str(page.translation_key): known} | ({page.external_id: known} if page.external_id else {})
    return found
