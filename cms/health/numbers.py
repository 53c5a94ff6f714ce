"""The numbers for a monitor, in Prometheus' text format: each with what it is (HELP) and how it moves (TYPE)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.db.models import Count
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.backups.taking import TAKEN
from cms.health.counting import COUNTED, add_counted
from cms.health.running import oldest_task
from cms.health.serving import waited
from cms.health.table import problems
from directory.duties import DUTIES
from directory.indexing.stamps import index_name
from directory.models import Figure, Heartbeat, MailRecord, Outbox
from search import target_names


@dataclass(frozen=True)
class Metric:
    """A number, or one for each value of a label."""

    name: str
    help: str
    values: dict[str, float]  # by label, such as 'target="embedded"'; an empty one where there is none
    kind: str = "gauge"

    def lines(self) -> Iterator[str]:
        """As a monitor reads it."""
        yield f"# HELP vejviser_{self.name} {self.help}"
        yield f"# TYPE vejviser_{self.name} {self.kind}"
        for label, value in self.values.items():
            yield f"vejviser_{self.name}{{{label}}} {value:g}" if label else f"vejviser_{self.name} {value:g}"


def exposition() -> str:
    """All numbers; of a database that does not answer, that it does not."""
    try:
        metrics = [*_health(), *_waiting(), *_done(), *_counted()]
    except DatabaseError:
        metrics = [Metric("well", "Whether a part of the site is well.", {'part="database"': 0})]
    return "".join(f"{line}\n" for metric in metrics for line in metric.lines())


def _health() -> Iterator[Metric]:
    told = problems()
    if told["database"]:
        raise DatabaseError
    yield Metric(
        "well",
        "Whether a part of the site is well.",
        {f'part="{name}"': float(not problem) for name, problem in told.items()},
    )


def _waiting() -> Iterator[Metric]:
    rows = dict(Outbox.objects.values_list("target").annotate(Count("pk")).order_by())
    counts = {f'target="{name}"': float(rows.get(index_name(name), 0)) for name in target_names()}
    yield Metric("outbox_rows", "Changes that wait for an index of this machine.", counts)
    oldest = {f'target="{name}"': round(seconds, 1) for name, seconds in waited().items()}
    yield Metric("outbox_oldest_seconds", "How long the oldest of them has waited.", oldest)
    aside = Outbox.objects.exclude(error="").count()
    yield Metric("outbox_set_aside", "Changes that an index refused and that are tried again.", {"": aside})
    yield Metric("tasks_waiting", "Tasks that no worker has begun.", {"": DBTaskResult.objects.ready().count()})
    yield Metric("tasks_oldest_seconds", "How long the oldest of them has waited.", {"": _since(oldest_task())})
    yield Metric("tasks_failed", "Tasks that failed in the last weeks.", {"": DBTaskResult.objects.failed().count()})
    yield Metric("tasks_kept", "All tasks that are in the database.", {"": DBTaskResult.objects.count()})
    yield Metric(
        "mails_failed", "Mails that could not be sent since the last that was.", {"": MailRecord.latest().failures}
    )
    yield Metric("sessions_kept", "Sessions that are in the database.", {"": Session.objects.count()})


def _done() -> Iterator[Metric]:
    alive = float(Heartbeat.is_alive("search"))
    yield Metric("worker_alive", "Whether search_index work was seen in the last minutes.", {"": alive})
    done = {duty.name: Heartbeat.last(duty.sign) for duty in DUTIES}
    ages = {f'duty="{name}"': _since(moment) for name, moment in done.items() if moment}
    yield Metric("duty_age_seconds", "How long ago scheduled work was done.", ages)
    backup = Heartbeat.last(TAKEN)
    yield Metric("backup_age_seconds", "How long ago a backup was taken.", {"": _since(backup)} if backup else {})


def _since(moment) -> float:
    return round((timezone.now() - moment).total_seconds(), 1) if moment else 0.0


_HELP = {
    "searches": ("searches_total", "Searches."),
    "seconds": ("search_seconds_total", "Seconds that they took."),
    "failures": ("search_failures_total", "Searches that no index answered."),
    "fallbacks": ("search_fallbacks_total", "Searches that the second index answered."),
}


def _counted() -> Iterator[Metric]:
    """Of all processes and machines together."""
    add_counted()
    values = Figure.values_of(tuple(f"search {name}" for name in COUNTED))
    for name, (metric, told) in _HELP.items():
        yield Metric(metric, told, {"": round(values[f"search {name}"], 4)}, "counter")
