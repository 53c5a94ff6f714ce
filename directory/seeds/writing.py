"""Writes seeds: what is missing or has changed since the last release. What editors changed or deleted is left alone.

For every seed there is a record with a fingerprint of what was last written. A row that still has that fingerprint is
ours to bring up to date; any other is the editors'. A record without a row says that an editor deleted it.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from directory.importing.map.plan import digest
from directory.models import SeedRecord
from directory.seeds.report import SeedReport
from directory.seeds.table import SeedTable, Values


def write(table: SeedTable) -> SeedReport:
    """Bring a table up to date with what ships; what was done and what was left alone."""
    return _Writing(table).run()


class _Writing:
    """One run over one table."""

    def __init__(self, table: SeedTable) -> None:
        self.table = table
        self.report = SeedReport(table.label)
        self._records = {record.key: record for record in SeedRecord.objects.filter(kind=table.name)}
        rows = list(table.rows())
        self._by_pk = {row.pk: row for row in rows}
        # The oldest of two with the same key is the one that shipped.
        self._by_key = {table.key_of(row): row for row in reversed(rows)}
        self._deleted_before = table.once and bool(rows) and not self._records

    def run(self) -> SeedReport:
        for key, values in self.table.shipped().items():
            row = self._row(key)
            if row is None:
                self._missing(key, values)
            else:
                self._there(key, row, values)
        return self.report

    def _row(self, key: str) -> Model | None:
        record = self._records.get(key)
        renamed = self._by_pk.get(record.row) if record else None
        return renamed or self._by_key.get(key)

    def _missing(self, key: str, values: Values) -> None:
        if self._deleted_before:
            self._remember(key, None, "")
        if self._deleted_before or (key in self._records and not self.table.needed):
            self.report.deleted.append(key)
        elif row := self._written(self.table.new(key), values):
            self._by_pk[row.pk] = self._by_key[key] = row
            self._remember(key, row, _digest(key, values))
            self.report.new += 1
        else:
            self.report.edited.append(key)

    def _there(self, key: str, row: Model, values: Values) -> None:
        record, stands = self._records.get(key), _digest(self.table.key_of(row), self.table.values_of(row))
        if stands == _digest(key, values):
            self._remember(key, row, stands)
        elif record is not None and record.digest == stands and self._written(row, values):
            self._remember(key, row, _digest(key, values))
            self.report.updated += 1
        else:
            # Whether an editor or an older release wrote it cannot be known where there was no record.
            self._remember(key, row, record.digest if record else "")
            self.report.edited.append(key)

    def _written(self, row: Model, values: Values) -> Model | None:
        """The row as it was saved, or nothing where something of the editors' stands in its way."""
        try:
            with transaction.atomic():
                self.table.write(row, values)
        except ValidationError:
            return None
        return row

    def _remember(self, key: str, row: Model | None, fingerprint: str) -> None:
        record = self._records.get(key) or SeedRecord(kind=self.table.name, key=key)
        pk = row.pk if row else None
        if record.pk is None or (record.row, record.digest) != (pk, fingerprint):
            record.row, record.digest = pk, fingerprint
            record.save()
            self._records[key] = record


def _digest(key: str, values: Values) -> str:
    return digest([key, values])


def stands_as_shipped(table: SeedTable, row: Model) -> bool:
    """Whether a row still says what the seeds last wrote into it."""
    key = table.key_of(row)
    record = SeedRecord.objects.filter(kind=table.name, key=key, row=row.pk).first()
    return record is not None and record.digest == _digest(key, table.values_of(row))
