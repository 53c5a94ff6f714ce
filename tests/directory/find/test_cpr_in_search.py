"""A civil registration number in the search box is dropped: neither page, address, count nor log knows of it."""

import logging

import pytest
from bs4 import BeautifulSoup

from directory.learning import counting
from directory.models import SearchCount, SearchTerm
from tests.factories import DropInCentreFactory, FindOffersFactory

pytestmark = pytest.mark.django_db
#: Put together here, so that no file holds one.
NUMBERS = ["010190" + "-1234", "01 01 90 " + "12 34", "0101901234"]


@pytest.fixture
def offers(index, committed):
    with committed():
        FindOffersFactory()
        DropInCentreFactory(title="Kor for alle", teaser="Vi synger")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("name", ["q", "sted", "ikke"])
@pytest.mark.parametrize("address", ["/find-tilbud/", "/kort/", "/en/find-tilbud/", "/forslag/"])
def test_no_answer_repeats_it(client, offers, address, name, number, caplog):
    caplog.set_level(logging.DEBUG)
    answer = client.get(address, {"q": "kor"} | {name: f"kor {number}"})
    assert answer.status_code == 200
    said = answer.content.decode() + str(answer.headers) + caplog.text
    for written in (number, number.replace(" ", "+"), number.replace(" ", "%20")):
        assert written not in said


def test_the_words_around_it_are_searched_for(client, offers):
    page = BeautifulSoup(client.get("/find-tilbud/", {"q": f"kor {NUMBERS[0]}"}).content, "html5lib")
    assert page.select_one("input[name=q]")["value"].strip() == "kor"
    assert "Kor for alle" in page.get_text()


def test_it_is_not_counted(client, offers, settings):
    settings.SEARCH_COUNTING = True
    client.get("/find-tilbud/", {"q": NUMBERS[0]})
    client.get("/find-tilbud/", {"q": f"zzzz {NUMBERS[0]}"})
    counting.write_counts()
    told = str(list(SearchCount.objects.values())) + str(list(SearchTerm.objects.values()))
    assert "0101" not in told
    assert "1234" not in told


@pytest.mark.parametrize("query", ["liste=12-10-90-1234", "q=P-nr.+1012345678", "q=12+34+56+78", "q=kor&behov=mad"])
def test_every_other_number_stays(client, offers, query):
    answer = client.get(f"/find-tilbud/?{query}")
    assert answer.wsgi_request.META["QUERY_STRING"] == query


def test_an_editor_finds_a_number_of_ten_digits(admin_client):
    answer = admin_client.get("/admin/images/", {"q": "1012345678"})
    assert answer.wsgi_request.GET["q"] == "1012345678"
