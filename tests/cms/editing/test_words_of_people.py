"""What the admin shows is said in words: no code of the program's, and no English."""

import pytest

from directory.models import Feedback, Helpline, KindWords, SearchCount, StartCard
from tests import factories

pytestmark = pytest.mark.django_db


def shown(operator, address):
    answer = operator.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_a_helpline_is_for_is_named_in_the_list(operator):
    Helpline.objects.create(name="Linjen", number="70112233", topics="life children", always_open=True)
    listing = shown(operator, "/admin/snippets/directory/helpline/")
    assert "Tanker om at dø, Børn og unge" in listing


def test_the_words_for_a_kind_bear_its_name(operator):
    KindWords.objects.get_or_create(kind="drop_in_centre")
    listing = shown(operator, "/admin/snippets/directory/kindwords/")
    assert "Værested" in listing
    assert ">drop_in_centre" not in listing.replace("\n", "").replace(" ", "")


def test_the_kinds_of_a_card_are_ticked_and_kept_in_their_order(operator):
    form = shown(operator, "/admin/snippets/directory/startcard/add/")
    assert form.count('name="kinds"') == 6
    told = {"label": "Et sted", "group": "need", "order": "0", "kinds": ["drop_in_centre", "peer_offer"]}
    operator.post("/admin/snippets/directory/startcard/add/", told)
    assert StartCard.objects.get(label="Et sted").kinds == "drop_in_centre peer_offer"


@pytest.mark.parametrize(
    ("what", "value", "said"),
    [
        ("relaxed", "some_words", "nogle af ordene"),
        ("filter", "kind:drop_in_centre", "værested"),
        ("filter", "need:ro", "Ro og stilhed"),
        ("filter", "gone:away", "gone:away"),
    ],
)
def test_what_was_counted_is_told_as_people_say_it(operator, what, value, said):
    factories.NeedFactory(name="Ro og stilhed", slug="ro")
    SearchCount.objects.create(day="2026-11-28", municipality="vejle", what=what, value=value, count=3)
    html = shown(operator, "/admin/reports/search-counts/")
    assert said in html
    assert "siden" not in html.partition("<tbody")[2].partition("</tbody")[0]


def test_a_day_without_an_hour_is_never_minutes_ago(operator):
    offer = factories.OfferFactory()
    row = Feedback.objects.create(page=offer, what="wrong", text="Forkert nummer")
    html = shown(operator, "/admin/feedback/")
    assert f"{row.day.day}. " in html or f"{row.day.day:02}." in html
    assert "minutter siden" not in html


def test_the_top_of_the_tree_and_the_approval_have_danish_names(operator):
    offer = factories.OfferFactory()
    html = shown(operator, f"/admin/pages/{offer.pk}/edit/") + shown(operator, "/admin/pages/")
    assert "Moderators approval" not in html
    assert ">Root<" not in html.replace("\n", "").replace(" ", "")


def test_what_was_first_among_the_topics_stays_first(operator):
    line = Helpline.objects.create(name="Linjen", number="70112233", topics="acute life", always_open=True)
    form = shown(operator, f"/admin/snippets/directory/helpline/edit/{line.pk}/")
    assert form.index('value="acute"') < form.index('value="life"')
