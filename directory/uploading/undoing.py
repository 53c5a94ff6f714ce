"""Undoing an import: drafts that nobody has touched go, what was changed is as it was before. What editors did since stays."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from directory.importing.write.marks import is_edited
from directory.models import DeletedOffer, OfferPage, OrganisationPage, Place
from directory.uploading.models import Outcome, Upload, UploadedRow


def undo_rows(upload: Upload, rows: list[UploadedRow]) -> None:
    """Undo each row, or say on it why it stays."""
    for row in rows:
        with transaction.atomic():
            row.reason = _undo(row)
            row.is_done = True
            row.save(update_fields=["reason", "is_done"])


def tidy(upload: Upload) -> None:
    """Take away the organisations and places that were made for offers which are gone. What is used by others stays."""
    rows = UploadedRow.objects.filter(upload=upload)
    made = OrganisationPage.objects.filter(pk__in=rows.values("made_organisation"), numchild=0)
    for organisation in made:
        if organisation.revisions.count() < 2:
            organisation.delete()
    for place in Place.objects.filter(pk__in=rows.values("made_place"), offers=None):
        try:
            with transaction.atomic():
                place.delete()
        except ProtectedError:
            continue


def _undo(row: UploadedRow) -> str:
    """Undo a row; where it stays, why."""
    page = OfferPage.objects.filter(pk=row.offer_id).first()
    if page is None:
        return ""
    page = page.specific
    merged = page.former_ids.filter(since__gte=row.upload.begun).exists()
    if merged or is_edited(page, page.get_parent().pk):
        return _("Stays as it is: an editor has changed it since.")
    if row.outcome == Outcome.UPDATED:
        return _restore(page, row)
    if page.live:
        return _("Stays: an editor has published it since.")
    external_id = page.external_id
    page.delete()
    # Nobody has decided against the offer: the file may bring it again once it is mended.
    DeletedOffer.objects.filter(external_id=external_id).delete()
    return ""


def _restore(page: OfferPage, row: UploadedRow) -> str:
    revision = Revision.page_revisions.filter(pk=row.former_revision, object_id=str(page.pk)).first()
    if revision is None:
        return _("Stays as it is: what stood there before is not kept any more.")
    parent = Page.objects.filter(pk=row.former_parent).first()
    if parent and page.get_parent().pk != parent.pk:
        page.move(parent, pos="last-child")
    before = revision.as_object()
    before.live = page.live
    try:
        with transaction.atomic():
            kept = before.save_revision()
            if page.live:
                kept.publish()
            else:
                before.save()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
