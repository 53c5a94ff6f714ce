"""What an index has for fields, and how an entry becomes a document in it. Nothing here touches the network.

Text is stored as the tokens that `search.danish` makes, behind an analyser that only knows white space. It is named and
not defined, since every server has it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from elasticsearch.dsl import Document, Integer, Keyword, Long, MetaField, Object, Text

from search.contract import Entry
from search.danish import Analyser
from search.facts import Fact, without_meaning
from search.plan.clauses import SEARCHED, ZONES
from search.text import encodable
from search.words import EntryWords

#: Every word of an entry as it was written.
WORDS = "words"
#: All that an entry is found by in the zones that are searched first.
FOUND_BY = "found_by"
#: Lucene refuses longer values; no name is as long.
_LONGEST = 8_000


def facet_field(name: str) -> str:
    return f"facet_{name}"


def bag_field(zone: str) -> str:
    return f"{zone}_bag"


def each_word(field: str) -> str:
    """The words of a text field, to be counted and looked up without a score."""
    return f"{field}.each"


def zone_fields() -> tuple[str, ...]:
    """The two fields of every zone."""
    return tuple(name for zone in ZONES for name in (zone, bag_field(zone)))


class EntryDocument(Document):
    """An entry as Elasticsearch keeps it. Zones and facets are added by `document_class`."""

    key = Keyword()
    batch = Long()  # by which batch it was put: later batches have greater numbers
    words = Keyword()
    found_by = Keyword()
    open = Keyword(doc_values=False)
    by_name = Keyword()
    starts = Integer()  # days by date.toordinal()
    published = Integer()
    verified = Integer()
    facts = Object(enabled=False)  # kept, not searched

    class Meta:
        dynamic = MetaField("strict")


def document_class(facets: Iterable[str]) -> type[EntryDocument]:
    """The document for a site with these facets."""
    fields: dict[str, Any] = {facet_field(name): Keyword() for name in facets}
    for zone in ZONES:
        each: dict[str, Any] = {"each": Keyword()}
        found_by: dict[str, Any] = {"copy_to": FOUND_BY} if zone in SEARCHED else {}
        # Words are sent one by one; without a gap between them they are still a row.
        fields[zone] = Text(analyzer="whitespace", position_increment_gap=0, fields=each, **found_by)
        fields[bag_field(zone)] = Text(analyzer="whitespace", index_options="freqs", fields=each, **found_by)
    return type("ConfiguredEntry", (EntryDocument,), fields)


def mappings(facets: Iterable[str]) -> dict[str, Any]:
    """The mapping of an index for these facets."""
    return dict(document_class(facets)._doc_type.mapping.to_dict())


def fingerprint(*parts: Any) -> str:
    """A short name for a mapping and its settings: the same for the same, whatever the order of their keys."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:8]


class Documents:
    """Makes the bodies of documents."""

    def __init__(
        self,
        analyser: Analyser,
        facets: tuple[str, ...],
        topic_facets: tuple[str, ...],
        meaning: Callable[[Entry], str] = without_meaning,
    ) -> None:
        self._meaning = meaning
        self._words = EntryWords(analyser)
        self._facets = facets
        self._topic_facets = topic_facets

    def body(self, entry: Entry, batch: int) -> dict[str, Any]:
        """The document of the entry. As plain values: a thousand a second pass through here in a rebuild."""
        body: dict[str, Any] = {
            "key": entry.id,
            "batch": batch,
            "open": list(dict.fromkeys(entry.open)),
            "by_name": encodable(entry.name_key or entry.title.casefold())[:_LONGEST],
            "starts": entry.starts.toordinal() if entry.starts else None,
            "published": entry.published.toordinal() if entry.published else None,
            "verified": entry.verified.toordinal() if entry.verified else None,
            "facts": fact_row(Fact.of(entry, self._topic_facets, self._meaning(entry))),
        }
        for name in self._facets:
            body[facet_field(name)] = [encodable(value) for value in dict.fromkeys(entry.facets.get(name, ()))]
        return body | self._said(entry)

    def _said(self, entry: Entry) -> dict[str, list[str]]:
        words = self._words.of(entry)
        body = {WORDS: list(words.written)}
        for zone, analysis in words.zones.items():
            body[zone] = list(analysis.sequence)
            body[bag_field(zone)] = list(analysis.bag)
        return body


def fact_row(fact: Fact) -> dict[str, Any]:
    """The fact in plain values, as it is kept beside the words."""
    return {
        "points": [list(point) for point in fact.points],
        "verified": fact.verified.isoformat() if fact.verified else None,
        "complete": fact.complete,
        "audience": dict(fact.audience),
        "topics": list(fact.topics),
        "digest": fact.digest,
        "meaning": fact.meaning,
    }


def fact_of(key: str, row: Mapping[str, Any]) -> Fact:
    """The fact that `fact_row` wrote down."""
    verified = date.fromisoformat(row["verified"]) if row["verified"] else None
    points = tuple((lat, lon) for lat, lon in row["points"])
    told = (row.get("digest", ""), row.get("meaning", ""))
    return Fact(key, points, verified, row["complete"], row["audience"], tuple(row["topics"]), *told)
