"""Writes to Elasticsearch. Only with the writer's lock held.

Documents go through the alias, which has to be there: a server that makes indices by itself would make one without a
mapping.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.contract import Entry, SearchUnavailable
from search.elastic.documents import Documents
from search.elastic.door import Door
from search.elastic.indices import Indices
from search.elastic.lock import Held

_BATCH = 500
_MOST_BYTES = 10_000_000


class EntryRefused(ValueError):
    """Elasticsearch will not take this entry, however often it is sent."""


class Writer:
    """Puts, drops and fills."""

    def __init__(self, door: Door, indices: Indices, documents: Documents, alias: str) -> None:
        self._door = door
        self._indices = indices
        self._documents = documents
        self._alias = alias

    def change(self, entries: Iterable[Entry], gone: Iterable[str], held: Held) -> None:
        """Put and drop; it can be found when this returns, and no part of it before all of it has arrived."""
        rows = {entry.id: entry for entry in entries}
        without = [key for key in dict.fromkeys(gone) if key not in rows]
        if not rows and not without:
            return
        self._indices.current()
        actions = [self._put(entry, held.batch) for entry in rows.values()]
        actions += [{"_op_type": "delete", "_id": key} for key in without]
        held.require()
        self._send(actions, index=self._alias, require_alias=True)
        self._indices.show(self._alias)

    def fill(self, entries: Iterable[Entry], held: Held, stamp: str) -> int:
        """Make a whole index aside and let it answer; says how many entries it has."""
        name = self._indices.make()
        try:
            seen: set[str] = set()
            self._send(self._noted(entries, seen, held), index=name)
            self._indices.finish(name)
            self._indices.keep_stamp(name, stamp)
            held.require()
            self._indices.swap(name)
        except BaseException:
            self._indices.clear()
            raise
        return len(seen)

    def _noted(self, entries: Iterable[Entry], seen: set[str], held: Held) -> Iterator[dict[str, Any]]:
        for entry in entries:
            seen.add(entry.id)
            held.require()
            yield self._put(entry, held.batch)

    def _put(self, entry: Entry, batch: int) -> dict[str, Any]:
        return {"_op_type": "index", "_id": entry.id, "_source": self._documents.body(entry, batch)}

    def _send(self, actions: Iterable[dict[str, Any]], **options: Any) -> None:
        def question(client: Elasticsearch) -> None:
            results = streaming_bulk(
                client,
                actions,
                chunk_size=_BATCH,
                max_chunk_bytes=_MOST_BYTES,
                max_retries=3,
                raise_on_error=False,
                **options,
            )
            for done, result in results:
                if not done:
                    _complain(next(iter(result.values())))

        self._door.ask("write", question)


def _complain(told: Mapping[str, Any]) -> None:
    """Tell whether it is one document or the engine that is to blame."""
    if told["status"] == 404 and told.get("result") == "not_found":
        return  # dropping what is not there is no error
    kind = told.get("error", {}).get("type", "")
    if told["status"] == 400:
        raise EntryRefused(f"Elasticsearch refuses {told['_id']}: {kind}")
    raise SearchUnavailable(f"Elasticsearch cannot write: {told['status']} {kind}")
