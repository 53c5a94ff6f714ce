"""What the search has to beat: the two ways that are at hand without it. The same offers, the same texts, the same run."""

from pathlib import Path

import tantivy
from tantivy import Occur, Query

from directory.indexing.source import entries
from directory.models import NationalBranchPage, OfferPage
from directory.sites.scope import scope_of
from search import Entry
from tests.relevance.systems import DEPTH, Answer, branch, external_ids

#: With fewer hits than this for all words, any word will do: the site's own rule, for fairness.
_FEW = 5
_ZONES = {"title": 3.0, "labels": 2.0, "text": 1.0}


class Wagtail:
    """Wagtail's own search over the database, as a site built with it has it."""

    name = "wagtail"

    def find(self, text: str, municipality: str | None) -> Answer:
        offers = OfferPage.objects.shown()
        home = branch(municipality)
        if home is not None:
            national = NationalBranchPage.objects.get()
            offers = offers.filter(path__startswith=home.path) | offers.filter(path__startswith=national.path)
        found = offers.search(text)
        return Answer(tuple(offer.external_id for offer in found[:DEPTH]), found.count())


class Stemmed:
    """tantivy with its stock Danish stemmer and BM25: all words, and any of them when that finds little."""

    name = "stemmer"

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("branch", tokenizer_name="raw")
        for zone in _ZONES:
            builder.add_text_field(zone, tokenizer_name="danish")
        self._schema = builder.build()
        self._words = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.stopword("danish"))
            .filter(tantivy.Filter.stemmer("danish"))
            .build()
        )
        folder.mkdir(parents=True)
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._index.register_tokenizer("danish", self._words)
        self._fill()

    def find(self, text: str, municipality: str | None) -> Answer:
        words = self._words.analyze(text)
        scope = scope_of(branch(municipality)).get("municipality", ())
        found = self._found(words, Occur.Must, scope)
        return found if found.total >= _FEW else self._found(words, Occur.Should, scope)

    def _found(self, words: list[str], occur: Occur, scope: tuple[str, ...]) -> Answer:
        if not words:
            return Answer((), 0)
        query = Query.boolean_query([(occur, self._anywhere(word)) for word in words])
        if scope:
            within = Query.const_score_query(Query.term_set_query(self._schema, "branch", list(scope)), 0.0)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, within)])
        searcher = self._index.searcher()
        found = searcher.search(query, limit=DEPTH)
        ids = [str(searcher.doc(address).get_first("id")) for _, address in found.hits]
        return Answer(external_ids(ids), found.count)

    def _anywhere(self, word: str) -> Query:
        terms = [Query.boost_query(Query.term_query(self._schema, zone, word), boost) for zone, boost in _ZONES.items()]
        return Query.disjunction_max_query(terms, 0.1)

    def _fill(self) -> None:
        writer = self._index.writer(heap_size=50_000_000, num_threads=1)
        for entry in entries():
            writer.add_document(_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document(id=[entry.id], title=[entry.title], text=[entry.text])
    for value in entry.facets["municipality"]:
        document.add_text("branch", value)
    for label in entry.labels:
        document.add_text("labels", label)
    return document
