"""Where entries come from. A row that `offers` returns is in the index, any other is out."""

from collections.abc import Iterable, Iterator

from directory.entitlements.shown import words_of_checked
from directory.indexing.entries import entry, entry_id
from directory.models import KINDS, OfferPage, OrganisationPage
from directory.models.taxonomy import TaxonomyTrees
from directory.models.tree import branch_path, branches, parent_path
from search import Engine, Entry

BATCH = 500


def offers():
    """The offers that can be found: published, in no private branch, in one of the kinds, and not over."""
    return OfferPage.objects.shown().not_ended()


def entries(keys: Iterable[int] | None = None) -> Iterator[Entry]:
    """Entries of all offers that can be found, or of those among the keys that can."""
    wanted = offers() if keys is None else offers().filter(pk__in=list(keys))
    keys = list(wanted.order_by("pk").values_list("pk", flat=True))
    terms, slugs, words = TaxonomyTrees.load(), branches(), words_of_checked()
    for start in range(0, len(keys), BATCH):
        yield from _batch(keys[start : start + BATCH], terms, slugs, words)


def _batch(
    keys: list[int], terms: TaxonomyTrees, slugs: dict[str, str], words: dict[tuple[int, int], tuple[str, ...]]
) -> Iterator[Entry]:
    rows = [row for model in KINDS.values() for row in model.objects.filter(pk__in=keys).for_index()]
    names = dict(
        OrganisationPage.objects.filter(path__in={parent_path(row) for row in rows}).values_list("path", "title")
    )
    for row in rows:
        yield entry(
            row,
            branch=slugs.get(branch_path(row), "unknown"),
            organisation=names.get(parent_path(row), ""),
            terms=terms,
            words=words.get((row.common_description_id or 0, row.description_edition), ()),
        )


def sync(engine: Engine, keys: Iterable[int]) -> None:
    """Make an index agree with the database about these offers.

    An engine reads what it is given only when it is its turn to write. So two workers at once never put back what was:
    whoever comes second has read the database second.
    """
    keys = set(keys)
    engine.put(entries(keys))
    if any(_gone(keys)):
        engine.drop(_gone(keys))


def _gone(keys: set[int]) -> Iterator[str]:
    """Entries of those among the keys that cannot be found. Asks the database when the first one is wanted."""
    yield from map(entry_id, keys - set(offers().filter(pk__in=keys).values_list("pk", flat=True)))
