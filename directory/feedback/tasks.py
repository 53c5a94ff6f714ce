"""Forgetting feedback outside a request, by django-tasks."""

from django_tasks import task

from directory.feedback import keeping


@task()
def forget_feedback() -> int:
    """Delete feedback that has been kept long enough; how much it was."""
    return keeping.forget_old()
