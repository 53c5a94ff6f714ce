"""`manage.py load_demo`: the demonstration content. Run again, it adds what is missing and keeps what was edited."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from directory.demo.loading import load


class Command(BaseCommand):
    help = "Load the demonstration content. What is there is kept, edits included."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--port", type=int, help="The port on which the sites are served (default: as it is).")

    def handle(self, *args, **options) -> None:
        for line in load(
            options["port"], progress=lambda rows: tqdm(rows, disable=None, unit=_("offers"), leave=False)
        ):
            self.stdout.write(line)
