"""Writes to one generation of the index. Only with the writer's lock held.

The index is opened again for each batch: objects that live long keep files of merged segments from being deleted.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

import tantivy

from search.contract import Entry
from search.embedded import facts_log
from search.embedded.door import answering
from search.embedded.folder import About, Generation
from search.embedded.schema import KEY, Documents, register_analyzer, schema

_HEAP = 50_000_000
_BATCH = 500


def change(generation: Generation, documents: Documents, entries: Iterable[Entry], gone: Iterable[str]) -> None:
    """Put and drop in one commit."""
    rows = {entry.id: entry for entry in entries}
    without = [key for key in dict.fromkeys(gone) if key not in rows]
    if not rows and not without:
        return
    with answering("be read"):
        size = generation.facts.stat().st_size
    facts_log.append(generation.facts, [documents.fact(entry) for entry in rows.values()])
    with answering("be opened"):
        index = tantivy.Index.open(str(generation.index))
    with _writer(index) as writer:
        for key in [*rows, *without]:
            writer.delete_documents_by_term(KEY, key)
        for entry in rows.values():
            writer.add_document(documents.document(entry))
    facts_log.append(generation.facts, [], without)
    facts_log.shorten_sometimes(generation.facts, size)


def fill(generation: Generation, documents: Documents, about: About, entries: Iterable[Entry]) -> int:
    """Make a whole index in an empty generation; says how many entries it has."""
    generation.tell(about)
    facts_log.append(generation.facts, [])
    generation.facts.touch()
    seen: set[str] = set()
    with _writer(tantivy.Index(schema(about.facets), path=str(generation.index), reuse=False)) as writer:
        for batch in _batches(entries):
            facts_log.append(generation.facts, [documents.fact(entry) for entry in batch])
            for entry in batch:
                if entry.id in seen:
                    writer.delete_documents_by_term(KEY, entry.id)
                seen.add(entry.id)
                writer.add_document(documents.document(entry))
    return len(seen)


@contextmanager
def _writer(index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
    """A writer that commits at the end, or takes everything back."""
    # Only tantivy's own calls are translated: what goes wrong in the caller's entries is the caller's to see.
    with answering("be opened for writing"):
        register_analyzer(index)
        writer = index.writer(heap_size=_HEAP, num_threads=1)
    try:
        yield writer
        with answering("be committed"):
            writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        # Lets go of tantivy's own lock.
        writer.wait_merging_threads()


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    remaining = iter(entries)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
