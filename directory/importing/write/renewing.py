"""After an upgrade: the fingerprints that older versions left on imported pages, told as this version tells them."""

from django.db import transaction
from wagtail.models import Page

from directory.importing.write.marks import of_older_versions, renewed
from directory.models import KINDS
from directory.models.tree import parent_path

#: Pages that are read at a time.
_BATCH = 200


@transaction.atomic
def renew_marks() -> int:
    """Tell them again, so that fields which come later are no edits; how many there were."""
    count = 0
    for model in KINDS.values():
        for page in of_older_versions(model).select_related("latest_revision").iterator(chunk_size=_BATCH):
            parent = Page.objects.values_list("pk", flat=True).get(path=parent_path(page))
            model.objects.filter(pk=page.pk).update(imported=renewed(page, parent))
            count += 1
    return count
