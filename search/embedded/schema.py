"""What a tantivy index has for fields, and how an entry becomes a document in it."""

from collections.abc import Callable
from datetime import date

import tantivy

from search.contract import Entry
from search.danish import Analyser
from search.embedded.numbers import number_of
from search.facts import Fact, without_meaning
from search.plan.clauses import ZONES
from search.text import encodable
from search.words import EntryWords

KEY, NUMBER, OPEN, STARTS, WORDS = "key", "number", "open", "starts", "words"
#: Fields to sort by: a value and the id, so that ties are always broken by id.
ORDERS = {"id": KEY, "name": "by_name", "soonest": "by_soonest", "newest": "by_newest", "verified": "by_verified"}
_LAST = "99999999"
_SEPARATOR = "\x00"


def facet_field(name: str) -> str:
    return f"facet_{name}"


def bag_field(zone: str) -> str:
    return f"{zone}_bag"


def schema(facets: tuple[str, ...]) -> tantivy.Schema:
    """The fields of an index with these facets."""
    builder = tantivy.SchemaBuilder()
    # The key is text since deleting by a number field deletes nothing and says nothing.
    builder.add_text_field(KEY, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(NUMBER, fast=True)
    for zone in ZONES:
        builder.add_text_field(zone, tokenizer_name="tokens")
        builder.add_text_field(bag_field(zone), tokenizer_name="tokens", index_option="freq")
    builder.add_text_field(WORDS, tokenizer_name="tokens", index_option="basic")
    for name in facets:
        builder.add_text_field(facet_field(name), fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(OPEN, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field(STARTS, indexed=True, fast=True)
    for name in ORDERS.values():
        if name != KEY:
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_analyzer(index: tantivy.Index) -> None:
    """Teach an opened index that its text is made of tokens with spaces between them."""
    tokens = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("tokens", tokens)


def id_of(order_value: str) -> str:
    """The id at the end of a value of one of `ORDERS`."""
    return order_value.rpartition(_SEPARATOR)[2]


class Documents:
    """Makes documents of entries, and the facts beside them."""

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

    def fact(self, entry: Entry) -> Fact:
        return Fact.of(entry, self._topic_facets, self._meaning(entry))

    def document(self, entry: Entry) -> tantivy.Document:
        document = tantivy.Document()
        document.add_text(KEY, entry.id)
        document.add_unsigned(NUMBER, number_of(entry.id))
        self._add_words(document, entry)
        for name in self._facets:
            for value in dict.fromkeys(entry.facets.get(name, ())):
                document.add_text(facet_field(name), encodable(value))
        for token in dict.fromkeys(entry.open):
            document.add_text(OPEN, token)
        if entry.starts:
            document.add_integer(STARTS, entry.starts.toordinal())
        for field, value in _order_values(entry).items():
            document.add_text(field, f"{value}{_SEPARATOR}{entry.id}")
        return document

    def _add_words(self, document: tantivy.Document, entry: Entry) -> None:
        words = self._words.of(entry)
        for zone, analysis in words.zones.items():
            document.add_text(zone, " ".join(analysis.sequence))
            document.add_text(bag_field(zone), " ".join(analysis.bag))
        document.add_text(WORDS, " ".join(words.written))


def _order_values(entry: Entry) -> dict[str, str]:
    return {
        ORDERS["name"]: encodable(entry.name_key or entry.title.casefold()),
        ORDERS["soonest"]: _digits(entry.starts) if entry.starts else _LAST,
        ORDERS["newest"]: _latest_first(entry.published),
        ORDERS["verified"]: _latest_first(entry.verified),
    }


def _latest_first(day: date | None) -> str:
    """Text that sorts later days before earlier ones, and unknown days last."""
    return f"{int(_LAST) - 1 - int(_digits(day)):08d}" if day else _LAST


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")
