"""Whether the site is well, for load balancers and monitors. Strangers learn yes or no, nothing more."""

import hmac

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min
from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory.models import Heartbeat, Outbox
from search import METER, SearchUnavailable, engine, target_names

#: An index whose changes have waited longer than this, in seconds, is not up to date.
OLD = 3600


@require_safe
@never_cache
def healthz(request):
    """Answer 200 as long as the process can answer at all; nothing behind it is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request):
    """Database, migrations, search and outbox are well: 200, else 503. A monitor with the token sees which."""
    told = _told()
    body = {"ready": all(told.values())}
    if _is_monitor(request):
        body |= told
    return JsonResponse(body, status=200 if body["ready"] else 503)


@require_safe
@never_cache
def metrics(request):
    """Numbers for a monitor with the token; for anybody else there is no such page."""
    if not _is_monitor(request):
        raise Http404
    lines = [f"vejviser_{name} {value}" for name, value in _numbers().items()]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4")


def _is_monitor(request) -> bool:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(token.encode(), settings.METRICS_TOKEN.encode())


def _told() -> dict[str, bool]:
    try:
        executor = MigrationExecutor(connection)
        migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        # One index that is up to date is enough: a site is not taken away because the other one is out.
        recent = any(waited < OLD for waited in _waited().values())
    except DatabaseError:
        return {"database": False}
    return {"database": True, "migrations": migrated, "search": _search_answers(), "outbox": recent}


def _search_answers() -> bool:
    try:
        return engine().check().ready
    except (SearchUnavailable, DatabaseError):
        return False


def _waited() -> dict[str, float]:
    """For every index, how many seconds its oldest change has waited that nobody set aside."""
    rows = Outbox.objects.filter(error="").values_list("target").annotate(Min("created")).order_by()
    oldest, now = dict(rows), timezone.now()
    return {name: (now - oldest[name]).total_seconds() if name in oldest else 0.0 for name in target_names()}


def _numbers() -> dict[str, float]:
    reading = METER.read()
    waiting = dict(Outbox.objects.values_list("target").annotate(Count("pk")).order_by())
    return {
        **{f'outbox_rows{{target="{name}"}}': waiting.get(name, 0) for name in target_names()},
        **{f'outbox_oldest_seconds{{target="{name}"}}': round(waited, 1) for name, waited in _waited().items()},
        "outbox_set_aside": Outbox.objects.exclude(error="").count(),
        "worker_alive": int(Heartbeat.is_alive("search")),
        # Of the process that happened to answer.
        "searches_total": reading.searches,
        "search_seconds_total": round(reading.seconds, 4),
        "search_failures_total": reading.failures,
        "search_fallbacks_total": reading.fallbacks,
    }
