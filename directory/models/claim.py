"""Who does a piece of work now, so that two processes never do it at once."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Whoever has taken work on and has not given it back for so long has ended: somebody else may take it.
TAKEN_FOR = timedelta(minutes=10)


class Claim(models.Model):
    """One piece of work, and until when it is somebody's."""

    name = models.CharField(_("what"), max_length=80, unique=True)
    until = models.DateTimeField(_("taken until"), default=timezone.now)

    class Meta:
        ordering = ["name"]
        verbose_name = _("work that is taken on")
        verbose_name_plural = _("work that is taken on")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def take(cls, name: str) -> bool:
        """Take work on; of several that try at once one alone is told yes."""
        cls.objects.get_or_create(name=name)
        now = timezone.now()
        return bool(cls.objects.filter(name=name, until__lte=now).update(until=now + TAKEN_FOR))

    @classmethod
    def give_back(cls, name: str) -> None:
        """Let the next one take it."""
        cls.objects.filter(name=name).update(until=timezone.now())
