"""What visitors cannot do without: database, migrations, search, static files."""

from datetime import datetime

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.collecting import missing_files
from directory.indexing.stamps import belongs, index_name
from directory.models import Outbox
from search import Health, SearchUnavailable, targets

#: An index whose changes have waited longer than this, in seconds, is not up to date.
OLD = 3600


def database_answers() -> str:
    """The database answers the smallest of questions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def migrations() -> str:
    """The tables are those of this version."""
    executor = MigrationExecutor(connection)
    waits = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _("The database is of an earlier version of the site: run manage.py prepare.") if waits else ""


def search_answers() -> str:
    """One index that is whole and of this database is enough: a site is not taken away because another one is out."""
    wrong = [wrong_with(name, health) for name, health in health_of_indexes().items()]
    return "" if not wrong or "" in wrong else wrong[0]


def every_index() -> str:
    """Each index answers, is of this database, and was made by the analysis of now."""
    for name, health in health_of_indexes().items():
        if wrong := wrong_with(name, health) or health.problem:
            return _("The index %(name)s: %(problem)s") % {"name": name, "problem": wrong}
    return ""


def wrong_with(target: str, health: Health) -> str:
    """Why visitors are not to be answered from this index; nothing when they may be."""
    if not health.ready:
        return health.problem
    if not belongs(target, health):
        return _("It was made from another state of the database: run manage.py search_index rebuild.")
    return ""


def health_of_indexes() -> dict[str, Health]:
    """How each index of this machine is doing."""
    try:
        return {name: engine.check() for name, engine in targets().items()}
    except SearchUnavailable as problem:
        return {"embedded": Health("embedded", ready=False, problem=str(problem))}


def outbox() -> str:
    """One index that is up to date is enough here as well."""
    if any(seconds < OLD for seconds in waited().values()):
        return ""
    return _("Changes have waited for the search for more than an hour: is a worker running?")


def waited() -> dict[str, float]:
    """For every index of this machine, how many seconds its oldest change has waited that nobody set aside."""
    rows = Outbox.objects.filter(error="").values_list("target").annotate(Min("created")).order_by()
    oldest, now = dict(rows), timezone.now()
    return {name: _seconds(now, oldest.get(index_name(name))) for name in targets()}


def _seconds(now: datetime, then: datetime | None) -> float:
    return (now - then).total_seconds() if then else 0.0


def static_files() -> str:
    """Every static file of this version can be named and served."""
    missing = missing_files()
    if not missing:
        return ""
    return _(
        "Static files of this version are missing, such as %(name)s: run manage.py prepare, and restart the site."
    ) % {"name": missing[0]}
