"""After an upgrade: the fingerprints that older versions left on imported pages, told as this version tells them."""

from django.db import transaction

from directory.importing.write.existing import with_parents
from directory.importing.write.marks import of_older_versions, renewed
from directory.models import KINDS


@transaction.atomic
def renew_marks() -> int:
    """Tell them again, so that fields which come later are no edits; how many there were."""
    count = 0
    for model in KINDS.values():
        for page, parent in with_parents(of_older_versions(model)):
            model.objects.filter(pk=page.pk).update(imported=renewed(page, parent))
            count += 1
    return count
