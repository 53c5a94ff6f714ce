"""Loading the demonstration content, step by step, each telling what it did."""

import json
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from directory.demo import cards, people, picks, text_pages, tree
from directory.demo.eksempel import load_example
from directory.demo.login import USERNAME
from directory.importing.map.contacts import contacts_from
from directory.importing.read.rows import Row, read
from directory.importing.report import Report
from directory.importing.run import Import
from directory.importing.taxonomies import load_taxonomies
from directory.importing.write.bulk import bulk
from directory.vocabulary import seeds


def load(port: int | None, progress: Callable[[list[Row]], object] = iter) -> Iterator[str]:
    """Load everything; a line for each step. `progress` is put around the rows of offers."""
    with bulk():
        homes = tree.build()
        tree.sites(port)
        yield _("Pages: %(count)s new front pages.") % {"count": len(homes)}
        yield _("Text pages: %(count)s new.") % {"count": text_pages.load_text_pages()}
        words = load_taxonomies() + seeds.load() + cards.load_cards()
        yield _("Words, cards and helplines: %(count)s new.") % {"count": words}
        yield _("Real offers: %(counts)s") % {"counts": _offers(progress).counts()}
        yield _("Eksempel Kommune: %(counts)s") % {"counts": load_example().counts()}
        picks.choose(homes)
    if people.ensure_editor():
        yield _("New editor: %(name)s.") % {"name": USERNAME}


def _offers(progress) -> Report:
    told = json.loads((tree.DATA / "organisations.json").read_text(encoding="utf-8"))
    rows = list(read((tree.DATA / "offers.json").read_bytes()))
    return Import(contacts=contacts_from(told)).run(progress(rows))
