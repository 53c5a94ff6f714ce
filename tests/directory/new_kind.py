"""What a project says of a kind of offers that was added to it: `python -m tests.directory.new_kind KIND FIELD`, as JSON."""

import importlib
import json
import sys

import django
from django.core.management import call_command

django.setup()

from django.contrib.auth.models import User  # noqa: E402 - the models need the settings
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

import search  # noqa: E402
from directory.indexing.source import entries  # noqa: E402
from directory.models import OrganisationPage  # noqa: E402
from directory.offers.checks import every_kind_is_complete  # noqa: E402
from tests import factories  # noqa: E402


def migrated() -> None:
    """A database with the table of the kind, by the migration that Django writes."""
    call_command("makemigrations", "directory", name="new_kind", verbosity=0)
    importlib.invalidate_caches()
    call_command("migrate", verbosity=0)


def told(kind: str, field: str) -> dict:
    """What visitors, the index and editors are shown of one offer of the kind."""
    find = factories.FindOffersFactory()
    offer = factories.OFFER_FACTORIES[kind](title="Haven bag voldene", **{field: "Leret jord"})
    made = list(entries())
    search.engine().rebuild(made)
    visitor, operator = Client(), Client()
    operator.force_login(User.objects.create_superuser("operator", "operator@example.org", "pass"))
    add = reverse("wagtailadmin_pages:add", args=["directory", type(offer)._meta.model_name, offer.get_parent().pk])
    return {
        "problems": [problem.msg for problem in every_kind_is_complete()],
        "creatable": type(offer) in OrganisationPage.creatable_subpage_models(),
        "kinds in the index": [entry.facets["kind"] for entry in made],
        "page": visitor.get(offer.url).content.decode(),
        "found": visitor.get(find.url, {"type": kind}).content.decode(),
        "not found": visitor.get(find.url, {"type": "guidance"}).content.decode(),
        "form": operator.get(add).content.decode(),
        "listing": operator.get(reverse("offers:index"), {"kind": kind}).content.decode(),
    }


if __name__ == "__main__":
    migrated()
    print(json.dumps(told(*sys.argv[1:])))
