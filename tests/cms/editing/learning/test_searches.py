"""The reports of what people looked for."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from directory.models import SearchCount, SearchTerm
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def searched():
    today = timezone.localdate()
    SearchTerm.objects.create(fingerprint="a", text="drageflyvning & snak", seen=20, nothing=12, days=5, last_day=today)
    SearchTerm.objects.create(fingerprint="b", text="kaffe", seen=90, nothing=0, days=9, last_day=today)
    SearchTerm.objects.create(fingerprint="c", text="", seen=3, nothing=3, days=1, last_day=today)
    SearchCount.objects.create(day=today, municipality="vejle", what="nothing", value="ensomhed", count=4)


def cells(response):
    rows = BeautifulSoup(response.content, "html.parser").select("table.listing tbody tr")
    return [row.select_one("td").get_text(" ", strip=True) for row in rows]


def test_what_found_nothing_stands_first_and_what_is_rare_not_at_all(operator, searched):
    response = operator.get("/admin/reports/searches/")
    assert cells(response) == ["drageflyvning & snak", "kaffe"]
    assert cells(operator.get("/admin/reports/searches/results/?nothing=5")) == ["drageflyvning & snak"]
    table = b"".join(operator.get("/admin/reports/searches/?export=csv").streaming_content).decode()
    assert table.count("\n") == 3


def test_one_click_leads_from_a_term_to_a_group_with_the_term_in_it(operator, searched):
    soup = BeautifulSoup(operator.get("/admin/reports/searches/").content, "html.parser")
    link = next(a["href"] for a in soup.select("table.listing a") if "phrases=" in a["href"] and "drage" in a["href"])
    form = BeautifulSoup(operator.get(link).content, "html.parser")
    assert form.select_one("textarea[name=phrases]").get_text(strip=True) == "drageflyvning & snak"


def test_numbers_are_narrowed_by_kind_and_place(operator, searched):
    assert len(cells(operator.get("/admin/reports/search-counts/"))) == 1
    assert cells(operator.get("/admin/reports/search-counts/results/?what=filter")) == []
    assert len(cells(operator.get("/admin/reports/search-counts/results/?municipality=vejle&what=nothing"))) == 1


@pytest.mark.parametrize("path", ["/admin/reports/searches/", "/admin/reports/search-counts/"])
def test_editors_of_one_place_do_not_see_what_people_search_for(path, searched):
    place = people.signed_in(people.editor("sted", factories.OrganisationFactory(), "change_page"))
    assert place.get(path).status_code == 302
    assert place.get(path + "?export=csv").status_code == 302
