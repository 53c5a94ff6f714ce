"""The page of those who cannot wait: whom to call, first who always answers."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from directory.models import Helpline
from directory.seed_data import seed_data
from directory.seeds.helplines import HelplineSeeds
from directory.seeds.writing import write
from tests.directory.reading import get, words_of

pytestmark = pytest.mark.django_db


def test_the_number_that_always_answers_stands_first(client, vejle):
    Helpline.objects.create(name="Linjen", number="70112233", topics="life", always_open=True, priority=1)
    response = get(client, "/hjaelp-nu/")
    numbers = [a["href"] for a in BeautifulSoup(response.content, "html.parser").select("main a[href^=tel]")]
    assert numbers[:2] == ["tel:112", "tel:+4570112233"]
    assert "Åben nu" not in words_of(response)


def test_a_line_says_of_itself_what_its_source_says_and_no_more(client, vejle):
    write(HelplineSeeds())
    told = {row["name"]: (row["anonymous"], row["asks_for_cpr"]) for row in seed_data("helplines.json")}
    assert {row.name: (row.anonymous, row.asks_for_cpr) for row in Helpline.objects.all()} == told
    lines = BeautifulSoup(get(client, "/hjaelp-nu/").content, "html.parser").select(".vv-lines > li")
    (livslinien, *_rest) = [line.get_text(" ") for line in lines if "Livslinien" in line.get_text()]
    assert "cpr" not in livslinien
    assert "dit navn" not in livslinien


def test_a_line_that_is_no_more_is_not_there(client, vejle):
    past = timezone.localdate() - timedelta(days=1)
    Helpline.objects.create(name="Nedlagt", number="70112233", topics="life", always_open=True, valid_to=past)
    assert "Nedlagt" not in words_of(get(client, "/hjaelp-nu/"))


def test_it_leaves_no_trace_and_can_be_left_quickly(client, vejle):
    response = get(client, "/hjaelp-nu/")
    assert response.headers["Cache-Control"] == "no-store"
    assert BeautifulSoup(response.content, "html.parser").select_one("a[data-exit]")
