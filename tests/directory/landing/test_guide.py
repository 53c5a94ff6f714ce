"""Questions for who does not know where to begin: links that end in offers or in somebody to call, and keep nothing."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from directory.models import StartCard
from tests.directory.reading import get, titles_of
from tests.factories import DropInCentreFactory, NeedFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(owner, committed, vejle):
    """A front page with two needs, of which one has an offer that is at a place and free of charge."""
    for name in ("Ensomhed", "Bolig"):
        made = StartCard.objects.create(label=f"Kort om {name}")
        made.needs.set([NeedFactory(name=name)])
    with committed():
        lonely = NeedFactory(name="Ensomhed")
        DropInCentreFactory(title="Kaffestuen", parent=owner, needs=[lonely], at_place=True, free="yes")
        DropInCentreFactory(title="Telefonen", parent=owner, needs=[lonely], by_phone=True)
    return vejle


def asked(response) -> tuple[str, dict[str, str], str, str]:
    """The question, its answers, the way past it, and the way to the offers."""
    main = BeautifulSoup(response.content, "html.parser").main
    answers = {a.get_text(strip=True): a["href"] for a in main.select(".vv-needs a")}
    skip = main.select_one("p > a.vv-tap")
    return main.h1.get_text(strip=True), answers, skip["href"] if skip else "", main.select_one("a.button")["href"]


def test_four_answers_lead_to_an_ordinary_search(client, town):
    question, answers, _skip, _end = asked(get(client, "/find-vej/"))
    assert question == "Hvem søger du hjælp til?"
    question, answers, _skip, _end = asked(get(client, answers["Til mig selv"]))
    assert question == "Hvad handler det om?"
    # A card without an offer is no answer.
    assert list(answers) == ["Kort om Ensomhed"]
    question, answers, _skip, _end = asked(get(client, answers["Kort om Ensomhed"]))
    assert set(answers) == {"Jeg kommer et sted hen", "På telefon"}
    question, answers, _skip, _end = asked(get(client, answers["Jeg kommer et sted hen"]))
    assert list(answers) == ["At det ikke koster noget"]
    end = answers["At det ikke koster noget"]
    parts = urlsplit(end)
    assert (parts.path, parse_qs(parts.query)) == (
        "/find-tilbud/",
        {"behov": ["ensomhed"], "maade": ["at_place"], "gratis": ["ja"]},
    )
    assert titles_of(get(client, end)) == ["Kaffestuen"]


def test_every_question_can_be_left_unanswered(client, town):
    path, seen = "/find-vej/", 0
    while path.startswith("/find-vej/"):
        path = asked(get(client, path))[2]
        seen += 1
    assert seen == 4
    assert set(titles_of(get(client, path))) == {"Kaffestuen", "Telefonen"}


def test_the_offers_so_far_are_a_link_away_from_each_question(client, town):
    end = asked(get(client, "/find-vej/?behov=ensomhed&maade=by_phone&spurgt=3"))[3]
    assert titles_of(get(client, end)) == ["Telefonen"]


def test_who_one_is_leads_to_the_second_question_and_not_knowing_to_the_first(client, town):
    StartCard.objects.create(label="Jeg søger til mig selv", group="person")
    StartCard.objects.create(label="Ved ikke", group="help")
    soup = BeautifulSoup(get(client, "/").content, "html.parser")
    links = {a.get_text(strip=True): a["href"] for a in soup.select("main a")}
    assert asked(get(client, links["Jeg søger til mig selv"]))[0] == "Hvad handler det om?"
    assert asked(get(client, links["Ved ikke"]))[0] == "Hvem søger du hjælp til?"


@pytest.mark.parametrize(
    "query", ["?spurgt=99", "?spurgt=x&behov=findes-ikke", "?alder=abc&spurgt=-1", "?q=%00&side=9"]
)
def test_whatever_stands_in_the_address_is_no_error(client, town, query):
    response = get(client, f"/find-vej/{query}")
    assert response.status_code == 200
    assert "findes-ikke" not in str(BeautifulSoup(response.content, "html.parser").main)


def test_what_was_answered_leaves_no_trace_and_the_list_goes_along(client, town, owner):
    key = DropInCentreFactory(title="På listen", parent=owner).pk
    response = get(client, f"/find-vej/?behov=ensomhed&spurgt=2&liste={key}")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    _question, answers, skip, end = asked(response)
    assert all(f"liste={key}" in url for url in (*answers.values(), skip, end))


def test_while_the_search_is_out_every_answer_is_there_and_so_is_somebody_to_call(client, town, tmp_path):
    town.help_phone = "12345678"
    town.save()
    (tmp_path / "index").rename(tmp_path / "gone")
    response = get(client, "/find-vej/?spurgt=3")
    assert len(asked(response)[1]) == 5
    assert "tel:+4512345678" in response.content.decode()
