"""What one gets by taking an engine as it comes: tantivy with its own Danish stemmer, all words or some of them."""

import re
from collections.abc import Iterable

import tantivy

from search import Entry


class Stock:
    """A plain index over title, labels and text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("municipality", tokenizer_name="raw")
        for field in ("title", "labels", "text"):
            builder.add_text_field(field, tokenizer_name="danish")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        stemming = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        stemming = stemming.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("danish"))
        self._index.register_tokenizer("danish", stemming.build())
        writer = self._index.writer(50_000_000, 1)
        for entry in entries:
            document = tantivy.Document(id=entry.id, title=entry.title, text=entry.text)
            document.add_text("labels", " ".join(entry.labels))
            document.add_text("municipality", entry.facets["municipality"][0])
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, text: str, municipalities: Iterable[str], limit: int = 20) -> list[str]:
        words = " ".join(re.findall(r"\w+", text))
        query = self._index.parse_query(words, ["title", "labels", "text"], {"title": 3.0, "labels": 2.0})
        if inside := list(municipalities):
            within = tantivy.Query.term_set_query(self._schema, "municipality", inside)
            query = query.and_must_match(tantivy.Query.const_score_query(within, 0.0))
        searcher = self._index.searcher()
        return [str(searcher.doc(address)["id"][0]) for _, address in searcher.search(query, limit).hits]
