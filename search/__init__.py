"""How things are found: queries, the analysis of Danish, engines. Knows no Django model and no Wagtail."""

from search.configuration import Configuration, UnknownEngine, configure, engine
from search.contract import (
    MAX_HITS,
    MAX_TEXT,
    Engine,
    Entry,
    Health,
    Near,
    Query,
    Relaxed,
    Results,
    SearchUnavailable,
    Understood,
    Wish,
    Word,
    name_key,
    open_token,
)

__all__ = [
    "MAX_HITS",
    "MAX_TEXT",
    "Configuration",
    "Engine",
    "Entry",
    "Health",
    "Near",
    "Query",
    "Relaxed",
    "Results",
    "SearchUnavailable",
    "Understood",
    "UnknownEngine",
    "Wish",
    "Word",
    "configure",
    "engine",
    "name_key",
    "open_token",
]
