"""Signs of life of what is done in the background, so that somebody notices when it is no longer done."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: A worker that has not been seen for so long is taken for dead.
DEAD_AFTER = timedelta(minutes=5)


class Heartbeat(models.Model):
    """When something was last done: a worker was alive, an index was made again."""

    name = models.CharField(_("what"), max_length=40, unique=True)
    seen = models.DateTimeField(_("last seen"))

    class Meta:
        ordering = ["name"]
        verbose_name = _("sign of life")
        verbose_name_plural = _("signs of life")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def beat(cls, name: str) -> None:
        """Say that it was done now."""
        cls.objects.update_or_create(name=name, defaults={"seen": timezone.now()})

    @classmethod
    def since(cls, name: str, moment: datetime) -> bool:
        """Whether it was done at this moment or later."""
        return cls.objects.filter(name=name, seen__gte=moment).exists()

    @classmethod
    def last(cls, name: str) -> datetime | None:
        """When it was last done; None when it never was."""
        return cls.objects.filter(name=name).values_list("seen", flat=True).first()

    @classmethod
    def is_alive(cls, name: str) -> bool:
        """Whether a worker was seen lately."""
        return cls.since(name, timezone.now() - DEAD_AFTER)
