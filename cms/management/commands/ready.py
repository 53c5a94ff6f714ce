"""Ready to go live? `manage.py ready` names what is missing, and ends with 1 when something is."""

import sys

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from cms.ready.lacking import lacking


class Command(BaseCommand):
    """Name what the installation and its municipalities still lack before citizens can come, each with what to do."""

    help = __doc__

    def handle(self, **options) -> None:
        lacks = list(lacking())
        for lack in lacks:
            self.stdout.write(lack.line())
        if lacks:
            sys.exit(1)
        self.stdout.write(_("Nothing is missing: ready to go live."))
