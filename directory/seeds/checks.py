"""Whether the words are there that nobody who needs help can do without, said at start."""

from django.core.checks import Error, Tags, register
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from directory.models import CrisisWords, Helpline, Need, TargetGroup


@register(Tags.database)
def what_every_site_needs_is_there(app_configs=None, databases=None, **kwargs):
    """A site without words of crisis, help lines or taxonomies is served like any other, and helps nobody."""
    if not databases:
        return []
    try:
        # `migrate` checks before it migrates: what is to come after it cannot be missing yet.
        missing = [] if _is_behind() else list(_missing())
    except DatabaseError:
        return []
    hint = "Run `manage.py prepare`. What it leaves alone, since it was deleted in the admin, has to be written there again."
    return [Error(f"There are no {what}.", hint=hint, id="vejviser.E004") for what in missing]


def _missing():
    topics = set(CrisisWords.objects.exclude(phrases="").values_list("topic", flat=True))
    yield from (f"words of crisis for the topic {topic}" for topic in CrisisWords.Topic.values if topic not in topics)
    tables = {"help lines": Helpline, "needs": Need, "target groups": TargetGroup}
    yield from (name for name, model in tables.items() if not model._default_manager.exists())


def _is_behind() -> bool:
    executor = MigrationExecutor(connections["default"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
