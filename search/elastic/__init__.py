"""The engine for installations that outgrow one machine. The only package that knows Elasticsearch.

Its documents and queries are written with `elasticsearch.dsl`, which is part of the client since version 8.18; the
separate package of old is no longer kept up.
"""

from search.elastic.address import Address, BadAddress
from search.elastic.engine import ElasticEngine
from search.elastic.store import ElasticStore
from search.elastic.writer import EntryRefused

__all__ = ["Address", "BadAddress", "ElasticEngine", "ElasticStore", "EntryRefused"]
