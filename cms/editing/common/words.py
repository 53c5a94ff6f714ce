"""Looking for rows by words, where the site's own search would not do: it is for citizens, and knows no drafts."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet


def holding_every_word(rows: QuerySet, text: str, fields: Iterable[str]) -> QuerySet:
    """The rows that hold every word of a text in one of the fields."""
    for word in text.split():
        rows = rows.filter(_holds(word, fields))
    return rows


def _holds(word: str, fields: Iterable[str]) -> Q:
    # SQLite takes Æ and æ for different letters when it ignores case.
    spellings = {word, word.lower(), word.capitalize(), word.upper()}
    found = Q()
    for field in fields:
        for spelling in spellings:
            found |= Q(**{f"{field}__icontains": spelling})
    return found
