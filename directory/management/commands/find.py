"""Searches from the shell as the site does, for operators, scripts and measuring."""

import json
import sys
from dataclasses import replace

from django.core.management.base import BaseCommand, CommandError

from directory.find.filters import OfferFilterSet
from directory.indexing.entries import entry_id, keys_of
from directory.models import MunicipalityPage, OfferPage
from directory.sites.address import YES, Address
from search import Query, Results, SearchUnavailable, engine

_OPTIONS = ("need", "target_group", "kind", "access")


class Command(BaseCommand):
    """Find offers from the shell. With --json and no text, one JSON query a line is read from standard input."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("text", nargs="?", default="", help="the words to look for")
        parser.add_argument("--municipality", help="slug or name of a municipality; its own and national offers count")
        for name in _OPTIONS:
            parser.add_argument(
                f"--{name.replace('_', '-')}", action="append", default=[], help=f"slug of a {name}; may be repeated"
            )
        parser.add_argument("--exactly", action="store_true", help="no correction and no loosening")
        parser.add_argument("--limit", type=int, default=20, help="at most so many hits")
        parser.add_argument("--json", action="store_true", help="answer as JSON, one line for each query")

    def handle(self, *, text: str, **options) -> None:
        if options["json"] and not text:
            for line in sys.stdin:
                if line.strip():
                    self.stdout.write(json.dumps(self._answer_line(line, options["limit"]), ensure_ascii=False))
                    # Whoever asks through a pipe may wait for this answer before asking again.
                    self.stdout.flush()
            return
        asked = {name: options[name] for name in _OPTIONS} | {"exactly": [YES] if options["exactly"] else []}
        query = self._query(Address.of(text=text, **asked), options["municipality"], options["limit"])
        results = _search(query)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(results), ensure_ascii=False))
        else:
            self._print(results)

    def _answer_line(self, line: str, limit: int) -> dict:
        """The answer to `{"text", "municipality", "facets": {name: [slugs]}}`."""
        try:
            asked = json.loads(line)
            facets = {str(name): tuple(map(str, values)) for name, values in (asked.get("facets") or {}).items()}
        except (ValueError, AttributeError, TypeError) as error:
            return {"error": f"not a query: {error}"}
        address = Address.of(text=str(asked.get("text") or ""))
        query = self._query(address, asked.get("municipality"), limit)
        return _as_json(_search(_with_facets(query, facets)))

    def _query(self, address: Address, municipality: str | None, limit: int) -> Query:
        filters = OfferFilterSet(address.data, municipality=_municipality(municipality))
        query = filters.query(size=limit)
        if filters.asked.ignored:
            self.stderr.write(f"Ignored, since nobody knows it: {', '.join(filters.asked.ignored)}")
        return query

    def _print(self, results: Results) -> None:
        rows = OfferPage.objects.in_bulk(keys_of(results.ids))
        for item, key in zip(results.ids, keys_of(results.ids), strict=True):
            self.stdout.write(f"{results.scores.get(item, 0):.4f}  {item:12}  {rows[key].title}")
        self.stdout.write(f"{results.total} offers")
        for facet, counts in results.counts.items():
            named = ", ".join(
                f"{value} {count}" for value, count in sorted(counts.items(), key=lambda row: -row[1])[:8]
            )
            self.stdout.write(f"  {facet}: {named}")


def _with_facets(query: Query, facets: dict[str, tuple[str, ...]]) -> Query:
    return replace(query, facets={**query.facets, **facets})


def _search(query: Query) -> Results:
    try:
        return engine().search(query)
    except SearchUnavailable as error:
        raise CommandError(
            f"The search index cannot answer: {error}. Make a new one with: manage.py search_index rebuild"
        ) from error


def _municipality(name: str | None) -> MunicipalityPage | None:
    if not name:
        return None
    page = (
        MunicipalityPage.objects.filter(slug=name).first()
        or MunicipalityPage.objects.filter(title__iexact=name).first()
    )
    if page is None:
        raise CommandError(f"There is no municipality “{name}”. Give its slug, such as vejle.")
    return page


def _as_json(results: Results) -> dict:
    """Hits by the id of their source, or by the page's own id where there is none."""
    keys = keys_of(results.ids)
    names = dict(OfferPage.objects.filter(pk__in=keys).values_list("pk", "external_id"))
    hits = [names.get(key) or entry_id(key) for key in keys if key in names]
    return {
        "hits": hits,
        "total": results.total,
        "counts": {name: dict(counts) for name, counts in results.counts.items()},
    }
