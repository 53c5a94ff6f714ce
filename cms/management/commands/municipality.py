"""Sets municipalities to work, tells which are, takes one out: `municipality add NAME`, `list`, `remove NAME`."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cms.mail.record import note_failure
from cms.municipalities.adding import add
from cms.municipalities.area import Area
from cms.municipalities.finding import find
from cms.municipalities.listing import at_work
from cms.municipalities.removing import remove, told
from directory.models import Role

#: The word for what belongs to no municipality.
WHOLE = "hele-landet"


class Command(BaseCommand):
    """Set a municipality to work: site, search page, text pages, groups, collections, approval, people invited by mail.

    What is there already stays: run it again to invite more people, and after an upgrade.
    """

    help = __doc__

    def add_arguments(self, parser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        adding = actions.add_parser("add", help="give a municipality what it lacks, and invite people")
        adding.add_argument("name", help=f"its name, address or code; {WHOLE} for what belongs to no municipality")
        adding.add_argument("--host", default="", help="the host of its site, such as vejle.example.dk")
        for role in Role.values:
            adding.add_argument(f"--{role}", nargs="+", default=[], metavar="MAIL", help=f"invite as {role}")
        removing = actions.add_parser(
            "remove", help="take a municipality out with all that is its own; export it first"
        )
        removing.add_argument("name", help="its name, address or code")
        removing.add_argument("--yes", action="store_true", help="do it; without, what would go is named")
        actions.add_parser("list", help="the municipalities with a site or with groups")

    def handle(self, *, action: str, **options) -> None:
        does = {"list": self._list, "add": self._add, "remove": self._remove}
        lines = does[action](**options)
        for line in lines:
            self.stdout.write(line)

    def _add(self, *, name: str, host: str, **options) -> list[str]:
        try:
            area = Area(None if name == WHOLE else find(name))
            return add(area, host, {role: options[role] for role in Role.values})
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except OSError as error:
            note_failure(error)
            raise CommandError(f"The mail server does not take the invitation, so nothing was done: {error}") from error

    def _remove(self, *, name: str, yes: bool, **options) -> list[str]:
        try:
            area = Area(find(name))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        lines = told(area)
        if not yes:
            return [*lines, "Nothing was done. Take a backup, and export its offers; then say --yes."]
        remove(area)
        return [*lines, f"{area.name} is taken out. Take its host out of ALLOWED_HOSTS and of the proxy."]

    def _list(self, **options) -> list[str]:
        return [f"{row.area.name}: {row.hosts or '-'}; {row.people}" for row in at_work()]
