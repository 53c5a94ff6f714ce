"""Sets municipalities to work, tells which are, and ends it: `municipality add NAME`, `list`, `remove NAME`."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cms.municipalities.adding import add
from cms.municipalities.area import Area
from cms.municipalities.finding import find
from cms.municipalities.listing import at_work
from cms.municipalities.removing import consequences, remove
from directory.models import MailRecord, Role

#: The word for what belongs to no municipality.
WHOLE = "hele-landet"


class Command(BaseCommand):
    """Set a municipality to work: site, search page, text pages, groups, collections, approval, people invited by mail.

    What is there already stays: run it again to invite more people, and after an upgrade. To remove one takes its roles
    from all people, and leaves what they wrote.
    """

    help = __doc__

    def add_arguments(self, parser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        adding = actions.add_parser("add", help="give a municipality what it lacks, and invite people")
        adding.add_argument("name", help=f"its name, address or code; {WHOLE} for what belongs to no municipality")
        adding.add_argument("--host", default="", help="the host of its site, such as vejle.example.dk")
        adding.add_argument("--phone", default="", help="the one number that people can call, shown on every page")
        for role in Role.values:
            adding.add_argument(f"--{role}", nargs="+", default=[], metavar="MAIL", help=f"invite as {role}")
        removing = actions.add_parser("remove", help="take a municipality out of work; its site and pages stay")
        removing.add_argument("name", help=f"its name, address or code; {WHOLE} for what belongs to no municipality")
        removing.add_argument("--yes", action="store_true", help="do it; without, tell what would be done")
        actions.add_parser("list", help="the municipalities with a site or with groups")

    def handle(self, *, action: str, **options) -> None:
        for line in getattr(self, f"_{action}")(**options):
            self.stdout.write(line)

    def _add(self, *, name: str, host: str, phone: str, **options) -> list[str]:
        try:
            return add(_area(name), host, {role: options[role] for role in Role.values}, phone)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except OSError as error:
            MailRecord.note_failure(error)
            raise CommandError(f"The mail server does not take the invitation, so nothing was done: {error}") from error

    def _remove(self, *, name: str, yes: bool, **options) -> list[str]:
        try:
            area = _area(name)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        if not yes:
            raise CommandError(f"{consequences(area)} Say --yes to do it.")
        return [remove(area)]

    def _list(self, **options) -> list[str]:
        return [f"{row.area.name}: {row.hosts or '-'}; {row.people}" for row in at_work()]


def _area(name: str) -> Area:
    return Area(None if name == WHOLE else find(name))
