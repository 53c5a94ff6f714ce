"""A stamp for each offer: another one after each change of what a card shows. Processes keep offers by it."""

from collections.abc import Iterable
from secrets import randbits

from django.db import connection, models
from django.utils.translation import gettext_lazy as _


class OfferStamp(models.Model):
    """The stamp of one offer. Drawn and not counted up: a change that is taken back must not leave its stamp to another."""

    offer = models.OneToOneField("directory.OfferPage", models.CASCADE, primary_key=True, related_name="+")
    stamp = models.BigIntegerField()

    class Meta:
        verbose_name = _("stamp of an offer")

    @classmethod
    def bump(cls, keys: Iterable[int]) -> None:
        """Say that these offers have changed, in the change's own transaction."""
        rows = [cls(offer_id=key, stamp=randbits(62)) for key in sorted(set(keys))]
        cls.objects.bulk_create(rows, update_conflicts=True, unique_fields=["offer"], update_fields=["stamp"])

    @classmethod
    def of_live(cls, keys: Iterable[int]) -> dict[int, int]:
        """The stamps of those offers that are published; one that has none has changed in no way that anybody noticed."""
        asked = [int(key) for key in keys]
        if not asked:
            return {}
        # As plain SQL: each list of cards asks it, and putting a query together costs more than to ask.
        with connection.cursor() as cursor:
            cursor.execute(_SQL.format(", ".join(["%s"] * len(asked))), asked)
            return dict(cursor.fetchall())


_SQL = """
SELECT wagtailcore_page.id, COALESCE(directory_offerstamp.stamp, 0)
FROM wagtailcore_page LEFT JOIN directory_offerstamp ON directory_offerstamp.offer_id = wagtailcore_page.id
WHERE wagtailcore_page.live AND wagtailcore_page.id IN ({})
"""
