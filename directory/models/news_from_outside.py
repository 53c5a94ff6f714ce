"""What an operator's own address told of the program, for those who look after the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NewsFromOutside(models.Model):
    """The last answer of an address, as it was given."""

    address = models.URLField(_("address"), unique=True)
    told = models.TextField(_("what it told"))
    read = models.DateTimeField(_("last read"))

    class Meta:
        ordering = ["address"]
        verbose_name = _("news from outside")
        verbose_name_plural = _("news from outside")

    def __str__(self) -> str:
        return self.address
