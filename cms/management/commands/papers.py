"""`manage.py papers FOLDER`: drafts of the impact assessment, the record of processing and the processor's annex, in Danish."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils import translation

from cms.papers.facts import facts

PAPERS = ("konsekvensanalyse", "fortegnelse", "databehandlerbilag")


class Command(BaseCommand):
    """Write the drafts, filled in from the settings. What only people know is a hole that says so; no file is written over."""

    help = __doc__

    def add_arguments(self, parser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options) -> None:
        with translation.override("da"):
            texts = {f"{name}.md": written(name) for name in PAPERS}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in texts.items():
                with (folder / name).open("x", encoding="utf-8") as file:
                    file.write(text)
                self.stdout.write(str(folder / name))
        except FileExistsError as error:
            raise CommandError(
                f"{error.filename} is there already: name another folder, and compare the two."
            ) from error
        except OSError as error:
            raise CommandError(f"Cannot write {error.filename}: {error.strerror}") from error


def written(name: str) -> str:
    """A paper as it is written to its file, in the language that is spoken."""
    told = facts() | {"crisis_approved": settings.CRISIS_TEXTS_APPROVED}
    return render_to_string(f"cms/papers/{name}.md", told)
