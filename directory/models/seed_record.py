"""What the seeds wrote into this installation, so that an upgrade can tell it from what editors have made of it."""

from django.db import models


class SeedRecord(models.Model):
    """A row that shipped with the program: its lasting key, and a fingerprint of what was last written into it."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    #: The primary key of the row, which stays when an editor gives the row another name.
    row = models.PositiveBigIntegerField(null=True)
    #: Empty where the seeds never wrote the row: it was there before, and is not what ships.
    digest = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_record_for_a_seed")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"
