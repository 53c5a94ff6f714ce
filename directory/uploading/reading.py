"""From the file that somebody sent to rows in the database. What may be a CPR number is refused before anything is kept of it."""

from collections.abc import Iterator

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.importing.check import values
from directory.importing.check.record import identify
from directory.importing.errors import Refused
from directory.importing.read.rows import SourceRow
from directory.importing.read.tables import headings_of, read_table
from directory.models import MunicipalityPage, OfferPage
from directory.uploading.models import ColumnMapping, Outcome, Stage, Upload, UploadedRow

_AT_ONCE = 500


def take_in(data: bytes, name: str, branch: Page, user) -> Upload:
    """Keep a file until its columns are chosen.

    Raises `Unreadable` for what is no table, and `Refused` for one whose first row is somebody's: headings are shown and kept.
    """
    headings = list(dict.fromkeys(heading for heading in headings_of(data) if heading))
    values.safe({_("The first row"): headings})
    key = branch.pk if branch.specific_class is MunicipalityPage else None
    return Upload.objects.create(
        municipality_id=key, by=user, file_name=name[:120], data=data, headings=[told[:200] for told in headings]
    )


def mapping_of(upload: Upload) -> dict[str, str]:
    """What the municipality's columns meant the last time, by their headings."""
    kept = ColumnMapping.objects.filter(municipality=upload.municipality_id).first()
    return kept.fields if kept else {}


def keep_mapping(upload: Upload, mapping: dict[str, str]) -> None:
    """Remember what columns mean, beside those of the municipality's other spreadsheets."""
    fields = mapping_of(upload) | mapping
    ColumnMapping.objects.update_or_create(municipality_id=upload.municipality_id, defaults={"fields": fields})


def read_in(upload: Upload) -> None:
    """Keep the rows instead of the file, and compare them next. Raises `Unreadable` for what is no table after all."""
    sources, _unknown = read_table(bytes(upload.data), mapping_of(upload), municipality=upload.branch.title)
    upload.columns = dict(sources[0].headings) if sources else {}
    upload.data, upload.stage = b"", Stage.CHECKING
    with transaction.atomic():
        UploadedRow.objects.bulk_create(_rows(upload, sources), batch_size=_AT_ONCE)
        upload.save(update_fields=["columns", "data", "stage"])


def _rows(upload: Upload, sources: list[SourceRow]) -> Iterator[UploadedRow]:
    branch, seen = upload.branch, {}
    own = set(OfferPage.objects.descendant_of(branch).exclude(external_id="").values_list("external_id", flat=True))
    for source in sources:
        row = UploadedRow(upload=upload, number=source.number)
        try:
            row.value = _checked(source, branch.slug, own, seen)
            row.title = str(row.value.get("name", ""))[:255]
        except Refused as fault:
            row.outcome, row.reason, row.is_done = Outcome.REFUSED, source.in_its_words(str(fault)), True
        yield row


def _checked(source: SourceRow, slug: str, own: set[str], seen: dict[str, int]) -> dict:
    """What a row says, with an id that nobody else's rows can have."""
    value = dict(source.value)
    values.safe(value)
    told = identify(value)
    if told not in own and not told.startswith(f"{slug}-"):
        value["id"] = told = f"{slug}--{told}"[:160]
    first = seen.setdefault(told, source.number)
    if first != source.number:
        raise Refused(_("Row %(row)s has the same id (%(id)s).") % {"row": first, "id": told})
    return value
