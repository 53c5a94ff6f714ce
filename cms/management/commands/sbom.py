"""What the site is made of: `manage.py sbom > sbom.json` writes it as CycloneDX 1.6, `--licences` as a table to read."""

import json
import tomllib

from django.core.management.base import BaseCommand

from cms.bill_of_materials import VENDORED, bill, packages
from cms.settings.environment import BASE_DIR

_LOCK, _PROJECT = BASE_DIR / "requirements.lock", BASE_DIR / "pyproject.toml"
#: What stands where a package is locked for other machines only, so that nobody here could read its licence.
_NOT_HERE = "not installed on this machine"


class Command(BaseCommand):
    """Write the bill of materials of requirements.lock, or the licences in it."""

    help = __doc__
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("--licences", action="store_true", help="a line for each package: name, version, licence")

    def handle(self, *, licences: bool, **options) -> None:
        if licences:
            for part in (*packages(_LOCK), *VENDORED):
                self.stdout.write("\t".join((part.name, part.version, _told(part.licence))))
        else:
            version = tomllib.loads(_PROJECT.read_text())["project"]["version"]
            self.stdout.write(json.dumps(bill(_LOCK, version), indent=2))


def _told(licence: dict) -> str:
    return licence.get("expression") or licence.get("license", {}).get("name") or _NOT_HERE
