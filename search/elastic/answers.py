"""What Elasticsearch answered, in the words of the store. Nothing here touches the network."""

from collections.abc import Mapping
from typing import Any

from search.elastic.query import REST
from search.store import Answer, Hit, Request


def answer_of(told: Mapping[str, Any], request: Request) -> Answer:
    """The answer to the request."""
    counts, without = _counts(told.get("aggregations", {}), request)
    hits = tuple(_hit(hit, scored=bool(request.asked)) for hit in told["hits"]["hits"])
    return Answer(hits, int(told["hits"]["total"]["value"]), counts, without)


def _hit(hit: Mapping[str, Any], *, scored: bool) -> Hit:
    key = str(hit["sort"][-1])
    if not scored or hit["_score"] is None:
        return Hit(key)
    return Hit(key, float(hit["_score"]), _bits(hit))


def matched_of(told: Mapping[str, Any]) -> dict[str, int]:
    """What each of the hits meets."""
    return {str(hit["sort"][-1]): _bits(hit) for hit in told["hits"]["hits"]}


def _bits(hit: Mapping[str, Any]) -> int:
    return sum(1 << int(name) for name in hit.get("matched_queries", ()))


def _counts(told: Mapping[str, Any], request: Request) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    without: dict[str, int] = {}
    for title, bucket in told.items():
        if title != REST:
            without[title.removeprefix("without ")] = int(bucket["doc_count"])
        for name in request.counted:
            if name in bucket:
                counts[name] = {str(row["key"]): int(row["doc_count"]) for row in bucket[name]["buckets"]}
    return counts, without
