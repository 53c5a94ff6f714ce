"""The same answers at start: `manage.py check --database default`."""

from django.core.checks import Tags, Warning, register  # noqa: A004 - Django's name
from django.db import DatabaseError
from django.utils import translation

from cms.health.table import CONDITIONS
from directory.models import IndexStamp


@register(Tags.database)
def site_is_well(app_configs=None, databases=None, **kwargs):
    """Each condition that no other check asks, in the language of the commands."""
    if not databases or not _is_there():
        return []
    with translation.override("en"):
        told = [(one, one.problem()) for one in CONDITIONS if one.id]
    return [Warning(problem, id=one.id) for one, problem in told if problem]


def _is_there() -> bool:
    """Whether there are tables to ask: before the first `prepare` nothing is wrong yet."""
    try:
        return IndexStamp.objects.exists() or True
    except DatabaseError:
        return False
