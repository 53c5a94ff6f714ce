"""Where entries come from. A row that `offers` returns is in the index, any other is out."""

from collections.abc import Callable, Iterable, Iterator

from directory.entitlements.shown import words_of_checked
from directory.indexing.entries import entry, entry_id
from directory.models import KINDS, OfferPage, OrganisationPage
from directory.models.authority_book import AuthorityBook, authority_book
from directory.models.taxonomy import TaxonomyTrees
from directory.models.tree import branch_path, branches, parent_path
from search import Engine, Entry

BATCH = 500
#: Offers that are changed all the time are read so often again, and then sent as they are.
_TRIES = 5

#: Asked after offers were read: which others were changed, since it was last asked, together with one of them.
News = Callable[[set[int]], set[int]]


def nothing_new(keys: set[int]) -> set[int]:
    """For whoever knows that nothing is changed meanwhile."""
    return set()


def offers():
    """The offers that can be found: published, in no private branch, in one of the kinds, for citizens, and not over."""
    return OfferPage.objects.shown().for_citizens().not_ended()


def entries(keys: Iterable[int] | None = None) -> Iterator[Entry]:
    """Entries of all offers that can be found, or of those among the keys that can."""
    wanted = offers() if keys is None else offers().filter(pk__in=list(keys))
    keys = list(wanted.order_by("pk").values_list("pk", flat=True))
    terms, slugs, words, book = TaxonomyTrees.load(), branches(), words_of_checked(), authority_book()
    for start in range(0, len(keys), BATCH):
        yield from _batch(keys[start : start + BATCH], terms, slugs, words, book)


def _batch(
    keys: list[int],
    terms: TaxonomyTrees,
    slugs: dict[str, str],
    words: dict[tuple[int, int], tuple[str, ...]],
    book: AuthorityBook,
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
            book=book,
        )


def sync(engine: Engine, keys: Iterable[int], news: News = nothing_new) -> None:
    """Make an index agree with the database about these offers, and about all that was changed together with one of them.

    An engine reads what it is given only when it is its turn to write. So two workers at once never put back what was:
    whoever comes second has read the database second. All of it is found in one step.
    """
    read = _Read(set(keys), news)
    engine.change(read.entries(), read.gone())


class _Read:
    """What the database says of some offers: never one of them as it is now beside another as it was before the same change."""

    def __init__(self, keys: set[int], news: News) -> None:
        self._keys = keys
        self._news = news

    def entries(self) -> Iterator[Entry]:
        rows = list(entries(self._keys))
        for _ in range(_TRIES):
            more = self._news(self._keys)
            if not more:
                break
            self._keys |= more
            rows = list(entries(self._keys))
        yield from rows

    def gone(self) -> Iterator[str]:
        """To be asked after the entries."""
        yield from _gone(self._keys)


def _gone(keys: set[int]) -> Iterator[str]:
    """Entries of those among the keys that cannot be found. Asks the database when the first one is wanted."""
    yield from map(entry_id, keys - set(offers().filter(pk__in=keys).values_list("pk", flat=True)))
