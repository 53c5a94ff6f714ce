"""`manage.py load_demo`: the demonstration content. Run again, it adds what is missing and keeps what was edited."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from directory.demo.loading import load_demo
from directory.seeds.loading import load_seeds


class Command(BaseCommand):
    help = "Load the demonstration content. What is there is kept, edits included."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--port", type=int, help="The port on which the sites are served (default: as it is).")
        parser.add_argument(
            "--without-seeds", action="store_true", help="What every site begins with was loaded a moment ago."
        )

    def handle(self, *args, **options) -> None:
        if not options["without_seeds"]:
            for line in load_seeds(demonstration=True):
                self.stdout.write(line)
        for line in load_demo(
            options["port"], progress=lambda rows: tqdm(rows, disable=None, unit=_("offers"), leave=False)
        ):
            self.stdout.write(line)
