"""The worker's part: a bounded piece of each import that is at work, again and again, until it is done."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.importing.errors import Unreadable
from directory.importing.write.bulk import bulk
from directory.uploading.models import AT_WORK, TO_WRITE, Stage, Upload, UploadedRow
from directory.uploading.reading import read_in
from directory.uploading.rights import may_import
from directory.uploading.undoing import tidy, undo_rows
from directory.uploading.writing import compare_rows, write_rows

#: So many rows are done before anything else is looked at, and so many seconds are spent on imports in a round.
BATCH, SECONDS = 25, 10.0
#: So long an import is kept, and can be undone.
KEPT_FOR = timedelta(days=90)

_WORK: dict[str, Callable[[Upload, list[UploadedRow]], None]] = {
    Stage.CHECKING: compare_rows,
    Stage.WRITING: write_rows,
    Stage.UNDOING: undo_rows,
}
_NEXT = {Stage.CHECKING: Stage.CHECKED, Stage.WRITING: Stage.WRITTEN, Stage.UNDOING: Stage.UNDONE}


def go_on() -> None:
    """Do a piece of each import that is at work. Who is stopped in the midst of it has lost nothing: the next one goes on."""
    Upload.objects.filter(begun__lt=timezone.now() - KEPT_FOR).delete()
    until = time.monotonic() + SECONDS
    with translation.override(settings.LANGUAGE_CODE):
        waiting = list(Upload.objects.filter(stage__in=AT_WORK).order_by("begun", "pk"))
        while waiting:
            waiting = [upload for upload in waiting if _piece(upload)]
            if time.monotonic() > until:
                break


def hand_to_worker(upload: Upload, stage: Stage) -> None:
    """Let the worker write what was compared, or undo what was written. Asked for twice, it is done once."""
    before = Stage.CHECKED if stage == Stage.WRITING else Stage.WRITTEN
    with transaction.atomic():
        # Together: a worker that saw the one without the other would have nothing to do, and be done.
        if Upload.objects.filter(pk=upload.pk, stage=before).update(stage=stage):
            upload.rows.filter(outcome__in=TO_WRITE).update(is_done=False)


def _piece(upload: Upload) -> bool:
    """Do the next rows of an import; whether there is more to do."""
    if not may_import(upload.by, upload.branch):
        upload.stop(_("Whoever imported it may not do so any more."))
        return False
    if upload.data:
        return _read(upload)
    rows = list(upload.rows.filter(is_done=False)[:BATCH])
    if rows:
        with bulk():
            _WORK[upload.stage](upload, rows)
        return True
    if upload.stage == Stage.UNDOING:
        tidy(upload)
    upload.stage = _NEXT[Stage(upload.stage)]
    upload.save(update_fields=["stage"])
    return False


def _read(upload: Upload) -> bool:
    try:
        read_in(upload)
    except Unreadable as error:
        upload.stop(str(error))
        return False
    return True
