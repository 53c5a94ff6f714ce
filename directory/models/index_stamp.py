"""Which indexes are kept up to date from this database, and how to know one that was made from another state of it."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def _new_stamp() -> str:
    return secrets.token_hex(8)


class IndexStamp(models.Model):
    """A random word that an index and the database both keep, written here before the index is changed.

    An index whose word does not stand here was changed after this state of the database, before it, or beside it: the
    database was restored, the index was copied. The indexes that have a row are those that changes are written down for.
    """

    index = models.CharField(_("index"), max_length=40)
    stamp = models.CharField(_("stamp"), max_length=32, unique=True, default=_new_stamp)
    written = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["index"])]
        verbose_name = _("stamp of an index")
        verbose_name_plural = _("stamps of indexes")

    def __str__(self) -> str:
        return f"{self.index}: {self.stamp}"
