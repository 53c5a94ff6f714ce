"""`manage.py forget_person "NAME"`: where a name stands, and with --yes taking it out of what nobody reads any more."""

import sys

from django.core.management.base import BaseCommand, CommandError

from cms.forgetting.finding import KEPT_BEHIND, Find, revisions, rows_that_hold
from cms.forgetting.taking_out import delete, is_needed, take_out_name
from cms.forgetting.words import SHORTEST, folded


class Command(BaseCommand):
    """Name every place in which a person's name stands: texts, drafts, revisions, feedback, searches, logs, accounts.

    Nothing is changed without --yes; with it, revisions on which no page stands, feedback and searches with the name are
    deleted, and titles in the logs of the admin blanked. What people read is theirs to change, and is named until they did.
    """

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("name", help="as it is written, first and last name; upper and lower case are the same")
        parser.add_argument("--yes", action="store_true", help="take it out, where that is for a program to do")

    def handle(self, *, name: str, yes: bool, **options) -> None:
        wanted = folded(name)
        if len(wanted) < SHORTEST:
            raise CommandError(f"A name of fewer than {SHORTEST} letters stands in half of all texts: write all of it.")
        left = [place for place in rows_that_hold(wanted) if not self._handled(place, yes=yes)]
        kept = [revision for revision in revisions(wanted) if not self._deleted(revision, yes=yes)]
        for place in left:
            self.stdout.write(f"For you to change: {place.line()}")
        for revision in kept:
            self.stdout.write(
                f"For you to change, it is the latest or in use: revision {revision.pk} of {_told(revision)}"
            )
        self.stdout.write("Backups hold it until they are deleted, and so does what others have copied.")
        if left or kept:
            sys.exit(1)

    def _handled(self, place: Find, *, yes: bool) -> bool:
        if not isinstance(place.row, KEPT_BEHIND):
            return False
        self.stdout.write(f"{'Taken out' if yes else 'Would be taken out'}: {place.line()}")
        return take_out_name(place) if yes else True

    def _deleted(self, revision, *, yes: bool) -> bool:
        if is_needed(revision) or (yes and not delete(revision)):
            return False
        self.stdout.write(f"{'Deleted' if yes else 'Would be deleted'}: an older revision of {_told(revision)}")
        return True


def _told(revision) -> str:
    """Which row it is of; its title may be the name."""
    return f"{revision.content_type} {revision.object_id}, {revision.created_at:%Y-%m-%d %H:%M}"
