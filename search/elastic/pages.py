"""Everything in an index, page by page in the order of ids."""

from collections.abc import Iterator, Mapping
from typing import Any

from elasticsearch.dsl import Search

from search.elastic.door import Door

_LARGE, _SMALL = 10_000, 2_000


def all_ids(door: Door, index: str) -> Iterator[str]:
    """The ids of all entries."""
    search = Search().source(False).extra(stored_fields="_none_")
    return (str(hit["sort"][-1]) for hit in _hits(door, index, search, _LARGE))


def all_sources(door: Door, index: str, search: Search[Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The id of every entry that the search finds, and what it asks for of each."""
    return ((str(hit["sort"][-1]), hit["_source"]) for hit in _hits(door, index, search, _SMALL))


def _hits(door: Door, index: str, search: Search[Any], size: int) -> Iterator[Mapping[str, Any]]:
    body = search.sort("key").extra(size=size, track_total_hits=False).to_dict()
    while True:
        hits = door.search(index, body)["hits"]["hits"]
        yield from hits
        if len(hits) < size:
            return
        body["search_after"] = hits[-1]["sort"]
