"""A fact is added: a field, its migration, one row of the table. Then it is wherever facts are.

The field and its column are real, and are taken away afterwards. What start-up makes of the table once (filters, forms
and the index) is made again here. Only the translation is borrowed: the label is one that the catalogue has, and
tests/test_translations.py sees to it that it has every label.
"""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection
from django.db.migrations import AddField
from django.db.migrations.state import ProjectState
from django.utils.translation import gettext_lazy as _

from directory.answers import answer_field
from directory.facets import FACETS, fact
from directory.facets.table import AT_THE_PLACE
from directory.find.checks import facets_agree
from directory.find.filters import OfferFilterSet
from directory.indexing.source import entries
from directory.models import KINDS, OfferPage
from directory.models.kinds.drop_in_centre import DropInCentrePage
from directory.panels.offer import edit_handler
from search import Query
from tests.directory.reading import titles_in
from tests.factories import DropInCentreFactory, FindOffersFactory, OrganisationFactory

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
NAPS = fact("naps", "hvile", _("a quiet room"), AT_THE_PLACE, section="surroundings", phrases="ligge ned; tage en lur")


@pytest.fixture
def naps():
    """The field and its column."""
    before = ProjectState.from_apps(apps)
    after = before.clone()
    migration = AddField("offerpage", "naps", answer_field("a place to lie down"))
    migration.state_forwards("directory", after)
    with connection.schema_editor() as editor:
        migration.database_forwards("directory", editor, before, after)
    field = answer_field("a place to lie down")
    field.contribute_to_class(OfferPage, "naps")
    apps.clear_cache()
    yield
    OfferPage._meta.local_fields.remove(field)
    del OfferPage.naps, OfferPage.get_naps_display
    apps.clear_cache()
    with connection.schema_editor() as editor:
        migration.database_backwards("directory", editor, after, before)


@pytest.fixture
def row(naps, monkeypatch):
    """The row of the table, read again by what reads it at start-up only."""
    monkeypatch.setattr(FACETS, "rows", (*FACETS.rows, NAPS))
    monkeypatch.setattr(OfferFilterSet, "base_filters", OfferFilterSet.get_filters())
    for kind in KINDS.values():
        monkeypatch.setattr(kind, "edit_handler", edit_handler())
        kind.get_edit_handler.cache_clear()
    yield
    for kind in KINDS.values():
        kind.get_edit_handler.cache_clear()


@pytest.fixture
def offers(row, index, committed):
    """One where one can lie down, one where one cannot, and one that has not told; by their answers."""
    with committed():
        FindOffersFactory()
        owner = OrganisationFactory()
        answers = ("yes", "no", "unknown")
        return {naps: DropInCentreFactory(title=f"Hvilested {naps}", parent=owner, naps=naps) for naps in answers}


def shown(client, query):
    return BeautifulSoup(client.get(f"/find-tilbud/?{query}").content, "html5lib")


def test_nothing_disagrees_and_the_form_asks_for_it_where_its_section_is(row):
    assert facets_agree() == []
    tabs = DropInCentrePage.get_edit_handler().children
    sections = {group.heading: group for tab in tabs for group in tab.children}
    (section,) = [heading for heading, group in sections.items() if "naps" in _fields(group)]
    assert section == _("How it is there")
    assert "naps" in DropInCentrePage.get_edit_handler().get_form_class().base_fields


def _fields(panel):
    return {
        getattr(panel, "field_name", ""),
        *(name for child in getattr(panel, "children", ()) for name in _fields(child)),
    }


def test_the_index_holds_it_and_counts_it(offers, index):
    assert {entry.facets["naps"] for entry in entries([offers["yes"].pk])} == {("yes",)}
    assert dict(index.search(Query(counted=("naps",))).counts["naps"]) == {"yes": 1, "no": 1, "unknown": 1}


def test_the_filter_and_the_panel_have_it(offers, client):
    box = shown(client, "").select_one("#facet-paa-stedet").find_parent("details").select_one("input[name=hvile]")
    assert " ".join(box.find_parent("label").get_text().split()) == "et stille rum (1)"
    chosen = shown(client, "hvile=ja")
    assert titles_in(chosen) == ["Hvilested yes"]
    assert any("et stille rum" in chip.get_text() for chip in chosen.select("a.tag"))
    assert sorted(titles_in(shown(client, "hvile=ja&ukendt=ja"))) == ["Hvilested unknown", "Hvilested yes"]


def test_words_wish_for_it(offers, index, client):
    (wish,) = index.search(Query(text="hvilested hvor jeg kan ligge ned")).understood.wishes
    assert (wish.name, wish.value, wish.label) == ("naps", "yes", "et stille rum")
