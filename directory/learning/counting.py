"""What people look for and do not find, learnt without knowing of anybody.

Searches are counted in the memory of the process and written once a minute, after an answer has been sent. A text is
kept only once it has been searched for often, on several days, and has no digits, no words that no dictionary knows,
and nothing that tells a name. Until then there is a fingerprint of it that nobody can read. A text of crisis is not
counted.
"""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.core.signals import request_finished
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from directory.facets import FACETS
from directory.models import SearchCount, SearchTerm
from search import Query, Results, analyser

#: So often, and on so many days, a text must have been searched for before it is kept.
OFTEN, DAYS = 10, 3
_MAX_TEXT_LENGTH = 80
_EVERY = 60.0
#: After these a name may come.
_NAMING = frozenset(("hedder", "navn", "navnet", "kaldes", "adresse", "bor"))
#: So long counts and texts of searches are kept.
KEPT_FOR = timedelta(days=400)
#: A fingerprint that is not seen again is forgotten sooner.
_FORGOTTEN = timedelta(days=90)


class _Memory:
    """What this process has counted since it last wrote."""

    lock = threading.Lock()
    counts: Counter[tuple[str, str, str]] = Counter()
    terms: Counter[tuple[str, bool]] = Counter()
    written = time.monotonic()


def learn(municipality: str, query: Query, results: Results) -> None:
    """Count a search. Nothing is written now."""
    if not settings.SEARCH_COUNTING or results.understood.crisis or query.page > 1:
        return
    if not query.text and not query.facets:
        return
    happened = [(municipality, what, value) for what, value in _happened(query, results)]
    text = _telling(query, results)
    with _Memory.lock:
        _Memory.counts.update(happened)
        if text:
            _Memory.terms[text, _found_nothing(results)] += 1


def _found_nothing(results: Results) -> bool:
    return results.total == 0 or results.understood.weak


def _happened(query: Query, results: Results) -> Iterator[tuple[str, str]]:
    yield "search", ""
    for facet, values in query.facets.items():
        chosen = (FACETS.plain(facet, value) for value in values)
        yield from (("filter", f"{facet}:{value}"[:80]) for value in chosen if value != "unknown")
    for step in results.understood.relaxed:
        yield "relaxed", step.step
    if _found_nothing(results):
        yield from (("nothing", head[:80]) for head in results.understood.meant or ("",))


def _telling(query: Query, results: Results) -> str:
    """The text as it is counted; empty when it might tell who wrote it, or whom it is about."""
    text = " ".join(query.text.casefold().split())
    if not text or len(text) > _MAX_TEXT_LENGTH or any(letter.isdigit() for letter in text) or "@" in text:
        return ""
    if not _NAMING.isdisjoint(text.split()):
        return ""
    return text if all(word.how != "unknown" or _is_danish(word.typed) for word in results.understood.words) else ""


def _is_danish(word: str) -> bool:
    """Whether a dictionary has the word, or the parts that it is made of."""
    return analyser().dictionary.has_form(word) or bool(analyser().parts(word))


def write_if_due(**_signal) -> None:
    """Write what was counted, at most once a minute; called when an answer has been sent."""
    if time.monotonic() - _Memory.written >= _EVERY:
        write_counts()


def write_counts() -> None:
    """Write what was counted, and forget what is old."""
    with _Memory.lock:
        counts, terms = _Memory.counts, _Memory.terms
        _Memory.counts, _Memory.terms, _Memory.written = Counter(), Counter(), time.monotonic()
    if not counts and not terms:
        return
    today = timezone.localdate()
    for (municipality, what, value), number in counts.items():
        row, _new = SearchCount.objects.get_or_create(day=today, municipality=municipality, what=what, value=value)
        SearchCount.objects.filter(pk=row.pk).update(count=F("count") + number)
    for (text, nothing), number in terms.items():
        _write_term(text, number, number if nothing else 0, today)
    SearchCount.objects.filter(day__lt=today - KEPT_FOR).delete()
    SearchTerm.objects.filter(text="", last_day__lt=today - _FORGOTTEN).delete()
    SearchTerm.objects.filter(last_day__lt=today - KEPT_FOR).delete()


def _write_term(text: str, number: int, nothing: int, today) -> None:
    # Keyed, so that the table alone does not tell whether somebody searched for a text one can think of.
    fingerprint = salted_hmac("directory.learning", text, algorithm="sha256").hexdigest()
    row, new = SearchTerm.objects.get_or_create(fingerprint=fingerprint, defaults={"last_day": today, "days": 1})
    another_day = not new and row.last_day != today
    SearchTerm.objects.filter(pk=row.pk).update(
        seen=F("seen") + number, nothing=F("nothing") + nothing, days=F("days") + int(another_day), last_day=today
    )
    row.refresh_from_db()
    if not row.text and row.seen >= OFTEN and row.days >= DAYS:
        SearchTerm.objects.filter(pk=row.pk).update(text=text)


def connect() -> None:
    """Write now and then. Called once, when the app is ready."""
    request_finished.connect(write_if_due, dispatch_uid="directory.learning")
