"""The pages that the importer has written before, and whether they are still as it left them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from django.db.models import QuerySet
from wagtail.models import Page

from directory.importing.exact.writing import keys_by_lasting_id
from directory.importing.map.plan import Plan
from directory.importing.write.marks import is_edited, planned, told_relations
from directory.models import KINDS, DeletedOffer, FormerId, OfferPage
from directory.models.tree import parent_path

#: Pages that are read at a time.
_BATCH = 200


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page that rows may mean."""

    pk: int
    kind: str
    planned: str
    edited: bool
    live: bool
    path: str
    #: Whether the row is that of a listing which was merged into this one: it says nothing of this one.
    merged: bool = False


class KnownPages:
    """All of them, or those with some ids, read at once: looking them up one by one takes longer than writing them."""

    def __init__(self, ids: Collection[str] | None = None) -> None:
        self._ids = ids
        self._pages: dict[str, KnownPage] | None = None
        self._deleted: set[tuple[str, str]] | None = None

    def get(self, external_id: str) -> KnownPage | None:
        """The page with this id in the source, as it was when the run began."""
        if self._pages is None:
            self._pages = _read(self._ids)
        return self._pages.get(external_id)

    def was_deleted(self, plan: Plan) -> bool:
        """Whether somebody has deleted the offer here. One that comes back as another kind was deleted to make room for it."""
        if self._deleted is None:
            self._deleted = set(DeletedOffer.objects.values_list("external_id", "kind"))
        return (plan.external_id, plan.kind) in self._deleted


def _read(ids: Collection[str] | None) -> dict[str, KnownPage]:
    found = {}
    for kind, model in KINDS.items():
        for page, parent in with_parents(_asked(model, ids)):
            known = KnownPage(page.pk, kind, planned(page.imported), is_edited(page, parent), page.live, page.path)
            # What editors have made here has no id in a source; another installation knows it by its lasting one.
            found |= {str(page.translation_key): known} | ({page.external_id: known} if page.external_id else {})
    return _former(found, ids) | found


def with_parents(pages: QuerySet[OfferPage]) -> Iterator[tuple[OfferPage, int]]:
    """The pages with all that their mark tells of, each with the key of the page above it; some hundred are read at a time."""
    told = pages.prefetch_related(*told_relations(pages.model)).select_related("latest_revision")
    rows = told.iterator(chunk_size=_BATCH)
    while batch := list(islice(rows, _BATCH)):
        above = Page.objects.filter(path__in={parent_path(page) for page in batch})
        parents = dict(above.values_list("path", "pk"))
        for page in batch:
            yield page, parents[parent_path(page)]


def _former(found: dict[str, KnownPage], ids: Collection[str] | None) -> dict[str, KnownPage]:
    """The pages by what listings were known by that were merged into them."""
    pages = {known.pk: known for known in found.values()}
    asked = FormerId.objects.all() if ids is None else FormerId.objects.filter(external_id__in=ids)
    rows = asked.values_list("external_id", "offer")
    return {name: replace(pages[key], merged=True) for name, key in rows if key in pages}


def _asked(model: type[OfferPage], ids: Collection[str] | None) -> QuerySet[OfferPage]:
    if ids is None:
        return model.objects.all()
    return model.objects.filter(pk__in=keys_by_lasting_id(set(ids)).values())
