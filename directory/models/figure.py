"""What all processes have counted together, for the monitor."""

from collections.abc import Mapping

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class Figure(models.Model):
    """A number that only grows: how many searches, how many failures. Nothing of who or what."""

    name = models.CharField(_("what"), max_length=60, unique=True)
    value = models.FloatField(_("value"), default=0.0)

    class Meta:
        ordering = ["name"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(cls, counted: Mapping[str, float]) -> None:
        """Add what one process has counted since it last did."""
        for name, number in counted.items():
            if number and not cls.objects.filter(name=name).update(value=F("value") + number):
                cls.objects.get_or_create(name=name)
                cls.objects.filter(name=name).update(value=F("value") + number)

    @classmethod
    def values_of(cls, names: tuple[str, ...]) -> dict[str, float]:
        """What was counted so far under each of these names."""
        return dict.fromkeys(names, 0.0) | dict(cls.objects.filter(name__in=names).values_list("name", "value"))
