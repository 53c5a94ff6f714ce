"""Comparing and writing the rows of an upload, a bounded number at a time. A row and what is kept of it are written together."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DataError, IntegrityError, transaction
from django.db.models.signals import post_save
from django.utils.translation import gettext as _

from directory.duplicates.likeness import Listing, Listings, listings_of
from directory.importing.confines import Confines
from directory.importing.errors import Refused
from directory.importing.map.plan import Plan
from directory.importing.read.rows import SourceRow
from directory.importing.report import ImportReport
from directory.importing.run import Import, Taken
from directory.importing.write.existing import KnownPages
from directory.models import KINDS, OfferPage, OrganisationPage, Place
from directory.uploading.differences import what_would_change
from directory.uploading.models import TO_WRITE, Outcome, Upload, UploadedRow
from directory.uploading.rights import may_change_published


def compare_rows(upload: Upload, rows: list[UploadedRow]) -> None:
    """Say of each row what would become of it. Nothing else is written."""
    job, new = _job(upload, rows, dry_run=True), []
    for row in rows:
        taken = _take(job, upload, row)
        row.is_done = True
        if taken:
            row.outcome = Outcome(taken.outcome)
            row.differences = _differences(job, taken) if row.outcome in TO_WRITE else []
            if row.outcome == Outcome.CREATED:
                new.append((row, taken.plan))
    _say_what_they_are_like(upload, new)
    UploadedRow.objects.bulk_update(rows, ["is_done", "outcome", "reason", "differences"])


def write_rows(upload: Upload, rows: list[UploadedRow]) -> None:
    """Write each row: what would become of it was said when it was compared, and is decided now."""
    job = _job(upload, rows)
    for row in rows:
        row.is_done = True
        try:
            with transaction.atomic():
                _write(job, upload, row)
                row.save()
        except (DataError, IntegrityError):
            job.branches.forget()
            row.outcome, row.reason = Outcome.REFUSED, _("The database did not take it.")
            row.save(update_fields=["outcome", "reason", "is_done"])


def _write(job: Import, upload: Upload, row: UploadedRow) -> None:
    before = _before(job, row)
    with _made() as made:
        taken = _take(job, upload, row)
    if taken:
        row.outcome, row.offer_id = Outcome(taken.outcome), taken.page
    if row.outcome == Outcome.UPDATED:
        row.former_revision, row.former_parent = before
    row.made_organisation = next((one for one in made if isinstance(one, OrganisationPage)), None)
    row.made_place = next((one for one in made if isinstance(one, Place)), None)


def _job(upload: Upload, rows: list[UploadedRow], *, dry_run: bool = False) -> Import:
    ids = {row.value["id"] for row in rows}
    confines = Confines(upload.branch, may_publish=may_change_published(upload.by, upload.branch))
    return Import(dry_run=dry_run, as_drafts=True, confines=confines, known=KnownPages(ids))


def _take(job: Import, upload: Upload, row: UploadedRow) -> Taken | None:
    """What became of a row; None where it was refused, and the row says why."""
    source = SourceRow(row.number, row.value, headings=upload.columns)
    job.report = ImportReport()
    try:
        taken = job.take(source)
    except Refused as fault:
        row.outcome, row.reason, row.differences = Outcome.REFUSED, source.in_its_words(str(fault)), []
        return None
    row.reason = "\n".join([*(source.in_its_words(note) for _row, _id, note in job.report.notes), *_unknown(job)])
    return taken


def _unknown(job: Import) -> Iterator[str]:
    for _taxonomy, word in job.report.unmapped:
        yield _("There is no term “%(word)s” here: left out.") % {"word": word}


def _say_what_they_are_like(upload: Upload, new: list[tuple[UploadedRow, Plan]]) -> None:
    # All offers of the branch are read for it: not where every row is known.
    here = listings_of(upload.branch) if new else Listings([])
    for row, plan in new:
        row.reason = "\n".join([*filter(None, [row.reason]), *_like(plan, here)])


def _like(plan: Plan, here: Listings) -> Iterator[str]:
    """The offers that are here and may be the one that a row calls new."""
    where = plan.place.values if plan.place else {}
    listing = Listing(
        plan.fields["title"],
        plan.organisation.name,
        plan.fields["phone"],
        plan.fields["website"],
        town=where.get("city", ""),
    )
    for other, told in here.like(listing):
        yield _("Is it “%(title)s”, which is here? It has %(shared)s.") % {"title": other.name, "shared": told}


def _differences(job: Import, taken: Taken) -> list:
    page = KINDS[taken.plan.kind].objects.get(pk=taken.page) if taken.page else None
    return what_would_change(taken.plan, page, job.terms)


def _before(job: Import, row: UploadedRow) -> tuple[int | None, int | None]:
    """The revision that an offer has before it is changed, one made for it where it has none, and where it stands."""
    known = job.known.get(row.value["id"])
    page = OfferPage.objects.filter(pk=known.pk).first() if known else None
    if page is None or row.outcome != Outcome.UPDATED:
        return None, None
    revision = page.latest_revision or page.specific.save_revision(changed=False, clean=False)
    return revision.pk, page.get_parent().pk


@contextmanager
def _made() -> Iterator[list]:
    """The organisations and places that are made in a block."""
    found: list = []

    def note(sender, instance, created, **kwargs) -> None:
        if created and isinstance(instance, OrganisationPage | Place):
            found.append(instance)

    post_save.connect(note, weak=False)
    try:
        yield found
    finally:
        post_save.disconnect(note)
