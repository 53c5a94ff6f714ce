"""Work that comes round by the clock: when it is next to be done, and how it went. The rows are the claims of the workers."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Whoever has taken work on and is not heard of for so long has ended: somebody else may take it.
TAKEN_FOR = timedelta(minutes=10)


class DueWork(models.Model):
    """One piece of work that is done again and again, by whoever comes first."""

    name = models.CharField(_("what"), max_length=80, unique=True)
    due = models.DateTimeField(_("next time"), default=timezone.now)
    done = models.DateTimeField(_("last time"), null=True, blank=True)
    error = models.CharField(_("what went wrong"), max_length=300, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("work that comes round")
        verbose_name_plural = _("work that comes round")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def take(cls, name: str) -> bool:
        """Take on what is due; of several that try at once one alone is told yes."""
        cls.objects.get_or_create(name=name)
        now = timezone.now()
        return bool(cls.objects.filter(name=name, due__lte=now).update(due=now + TAKEN_FOR))

    @classmethod
    def finish(cls, name: str, every: timedelta, error: str = "") -> None:
        """Say that it was tried, and when it is due again."""
        now = timezone.now()
        told = {} if error else {"done": now}
        cls.objects.filter(name=name).update(due=now + every, error=error[:300], **told)
