"""Loading the demonstration content on top of what every site begins with, step by step, each telling what it did."""

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.utils.translation import gettext as _

from directory.demo import for_professionals, front_pages, people, terms, tree
from directory.demo.authorities import ensure_authorities
from directory.demo.eksempel import load_example
from directory.demo.login import SUPPORT_WORKER, USERNAME
from directory.importing.map.contacts import contacts_from
from directory.importing.read.rows import SourceRow, read
from directory.importing.report import ImportReport
from directory.importing.run import Import
from directory.importing.write.bulk import bulk
from directory.models.facts.freshness import Demonstration


def load_demo(port: int | None, progress: Callable[[list[SourceRow]], object] = iter) -> Iterator[str]:
    """Load everything; a line for each step. `progress` is put around the rows of offers."""
    with bulk():
        tree.build_tree(port)
        yield _("Real offers: %(counts)s") % {"counts": _offers(progress).counts()}
        ensure_authorities()
        yield _("Eksempel Kommune: %(counts)s") % {"counts": load_example().counts()}
        yield _("Front pages of the demonstration: %(count)s new.") % {"count": front_pages.furnish()}
        if (together := _of_app("directory.changesets", "together")) and together.prepare_set():
            yield _("Eksempel Kommune: changes are prepared for 1 January 2027.")
        if terms.merge_two():
            yield _("A need was merged into another one.")
    if (drafts := _of_app("directory.previewing", "draft")) and (path := drafts.draft_with_link()):
        yield _("Eksempel Kommune: a draft, and for two weeks a link that shows it: %(path)s") % {"path": path}
    if christmas := _of_app("directory.hard_days", "christmas"):
        yield _("Christmas in Eksempel: %(count)s places asked.") % {"count": christmas.load_christmas()}
    yield from _people()


def _people() -> Iterator[str]:
    """The accounts, and what each has at hand."""
    if made := for_professionals.offer_to_professionals():
        yield _("Eksempel Kommune: %(count)s offers for professionals.") % {"count": made}
    if people.ensure_editor():
        yield _("New editor: %(name)s.") % {"name": USERNAME}
    if (noted := _of_app("directory.noting", "noted")) and noted.write_down():
        yield _("Eksempel Kommune: notes, labels and a saved view.")
    if people.ensure_support_worker():
        yield _("New support worker: %(name)s.") % {"name": SUPPORT_WORKER}
    if handed_over := _of_app("directory.referrals", "handed_over"):
        yield _("Hand-overs in Eksempel: %(count)s.") % {"count": handed_over.load_referrals()}


def _of_app(app: str, part: str) -> ModuleType | None:
    """A part of the demonstration that is about an app; without the app its models cannot be imported."""
    return import_module(f"directory.demo.{part}") if apps.is_installed(app) else None


def _offers(progress) -> ImportReport:
    told = json.loads((tree.DATA / "organisations.json").read_text(encoding="utf-8"))
    rows = list(read((tree.DATA / "offers.json").read_bytes()))
    return Import(contacts=contacts_from(told), demonstration=Demonstration.UNCONFIRMED).run(progress(rows))
