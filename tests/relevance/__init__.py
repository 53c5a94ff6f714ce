"""How good the search is, by queries that people judged. `docs/relevance.md` tells how to read and use it."""
