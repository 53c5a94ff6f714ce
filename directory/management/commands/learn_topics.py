"""Learns again which topics a text is about, after words in `directory/data` have changed. For developers."""

from django.core.management.base import BaseCommand, CommandError

from directory.seed_data import DATA
from directory.vocabulary.directions import FILE, learn_directions
from search.semantic import can_run


class Command(BaseCommand):
    """Write `directory/data/topic_directions.json`. Takes a minute or two of one core."""

    help = __doc__

    def handle(self, **options) -> None:
        if not can_run():
            raise CommandError(
                "The sentence model is not installed, or this processor cannot run it: see docs/decisions/0011."
            )
        self.stdout.write(f"{learn_directions(DATA / FILE)} topics")
