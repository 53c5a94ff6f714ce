"""The engine that needs no server. The only package that knows tantivy."""

from search.embedded.store import EmbeddedStore

__all__ = ["EmbeddedStore"]
