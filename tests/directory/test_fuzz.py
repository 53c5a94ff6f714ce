"""Strings that nobody should type, through the whole search page. FUZZ=20000 tries more of them."""

import os

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import MAX_TEXT
from tests.factories import (
    DropInCentreFactory,
    FindOffersFactory,
    MunicipalityFactory,
    NationalBranchFactory,
    NeedFactory,
    OrganisationFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TRIED = int(os.environ.get("FUZZ", "200"))
SAID = (
    "kor", "kaffe", "i Randers", "8900", "gratis", "18 år", "§ 104", "AND", '"', "(", "*", "\x00", "\ud800", "<b>", "&amp;", "min mand",
    "vil ikke leve", "{{ q }}", "%s", "\u202e", "\u0301", "ﬃ", "🙂",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(SAID), st.text(max_size=12)), max_size=14).map(" ".join)
NAMES = st.sampled_from(
    ["q", "sted", "km", "alder", "behov", "kommune", "ikke", "alle", "sorter", "side", "praecis", "ukendt"]
)


@pytest.fixture
def site(index, committed):
    """A portal with a few offers, whose names are as odd as what is typed."""
    with committed():
        FindOffersFactory()
        NationalBranchFactory()
        randers = MunicipalityFactory(title="Randers", slug="randers", lat=56.46, lon=10.03)
        owner = OrganisationFactory(parent=randers)
        need = NeedFactory(name="Ensomhed", slug="ensomhed")
        for title in ("Kor <b>i</b> Randers", "Kaffe & kage", "“Min mand” 🙂", "ﬃ § 104"):
            DropInCentreFactory(title=title, teaser=title, parent=owner, needs=[need], free="yes")


@settings(
    max_examples=TRIED,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(asked=st.dictionaries(NAMES, TEXTS, max_size=4))
def test_no_address_of_the_search_page_is_an_error(client, site, asked):
    sent = {name: text.encode("utf-8", "replace").decode() for name, text in asked.items()}
    response = client.get("/find-tilbud/", sent)
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    assert len(soup.select_one("input[name=q]")["value"]) <= MAX_TEXT
    assert {tag.name for tag in soup.select(".card-heading a *")} <= {"mark"}
