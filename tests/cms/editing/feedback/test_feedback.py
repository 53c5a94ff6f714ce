"""Feedback in the admin: each editor reads and deals with that of the own pages, and no other."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.models import Feedback
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
LISTING = "/admin/feedback/"


@pytest.fixture
def town():
    return factories.MunicipalityFactory(title="Vejle", slug="vejle")


@pytest.fixture
def mine(town):
    return factories.OrganisationFactory(title="Mit sted", parent=town)


@pytest.fixture
def rows(town, mine):
    """Feedback on an offer of mine, on one of others in the town, on one elsewhere, and on the town's site."""
    neighbour = factories.OrganisationFactory(parent=type(town).objects.get(pk=town.pk))
    pages = {
        "mine": factories.OfferFactory(title="Vores", parent=mine),
        "theirs": factories.OfferFactory(title="Deres", parent=neighbour),
        "elsewhere": factories.OfferFactory(title="Fjern"),
        "town": town,
    }
    return {name: Feedback.objects.create(page=page, what="wrong", text=f"Om {name}") for name, page in pages.items()}


def texts(response):
    assert response.status_code == 200
    table = BeautifulSoup(response.content, "html.parser").select("table.listing tbody tr")
    return {row.select("td")[2].get_text(strip=True) for row in table}


def handle(client, row):
    return client.post(reverse("feedback_handled", args=[row.pk]))


def test_an_organisation_reads_its_own_and_a_municipality_all_of_its_own(rows, mine, town):
    place = people.signed_in(people.editor("sted", mine, "change_page"))
    municipality = people.signed_in(people.editor("kommune", town, "change_page"))
    operator = people.signed_in(people.operator())
    assert texts(place.get(LISTING)) == {"Om mine"}
    assert texts(place.get(LISTING + "results/?what=wrong")) == {"Om mine"}
    assert texts(municipality.get(LISTING)) == {"Om mine", "Om theirs", "Om town"}
    assert texts(operator.get(LISTING)) == {"Om mine", "Om theirs", "Om town", "Om elsewhere"}


def test_a_table_to_take_away_has_the_own_rows_only(rows, mine):
    client = people.signed_in(people.editor("sted", mine, "change_page"))
    table = b"".join(client.get(LISTING + "?export=csv").streaming_content).decode()
    assert "Om mine" in table
    assert table.count("Om ") == 1


def test_feedback_is_dealt_with_and_taken_back(rows, mine):
    client = people.signed_in(people.editor("sted", mine, "change_page"))
    form = BeautifulSoup(client.get(LISTING).content, "html.parser").select_one("table.listing form")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    token = form.select_one("[name=csrfmiddlewaretoken]")["value"]
    assert strict.post(form["action"]).status_code == 403
    assert strict.post(form["action"], {"csrfmiddlewaretoken": token}).headers["Location"] == LISTING
    rows["mine"].refresh_from_db()
    assert rows["mine"].handled_on == timezone.localdate()
    assert texts(client.get(LISTING + "?handled=no")) == set()
    assert texts(client.get(LISTING + "?handled=yes")) == {"Om mine"}
    handle(client, rows["mine"])
    rows["mine"].refresh_from_db()
    assert rows["mine"].handled_on is None


@pytest.mark.parametrize("name", ["theirs", "elsewhere", "town"])
def test_feedback_of_others_can_not_be_reached_by_its_address(rows, mine, name):
    client = people.signed_in(people.editor("sted", mine, "add_page", "change_page", "publish_page"))
    assert handle(client, rows[name]).status_code == 404
    rows[name].refresh_from_db()
    assert rows[name].handled_on is None
    assert f"Om {name}" not in client.get(f"{LISTING}?ordering=page&p=1&what=wrong&what=missing").content.decode()


def test_reading_is_no_dealing(rows, mine):
    client = people.signed_in(people.editor("sted", mine, "change_page"))
    assert client.get(reverse("feedback_handled", args=[rows["mine"].pk])).status_code == 405


def test_who_may_only_write_new_pages_reads_of_those_alone(rows, mine):
    author = people.editor("skriver", mine, "add_page")
    own = factories.OfferFactory(title="Egen", parent=type(mine).objects.get(pk=mine.pk), owner=author)
    Feedback.objects.create(page=own, what="wrong", text="Om egen")
    client = people.signed_in(author)
    assert texts(client.get(LISTING)) == {"Om egen"}
    assert handle(client, rows["mine"]).status_code == 404


def test_who_may_edit_nothing_sees_neither_listing_nor_menu(rows):
    client = people.signed_in(people.editor("tom", factories.portal()))
    assert client.get(LISTING).status_code == 302
    assert handle(client, rows["mine"]).status_code == 404
    assert LISTING not in client.get("/admin/").content.decode()


def test_a_visitor_is_asked_to_log_in(client, rows):
    for answer in (client.get(LISTING), client.get(LISTING + "?export=csv"), handle(client, rows["mine"])):
        assert "/konto/log-ind/" in answer.headers["Location"]


def test_the_first_page_tells_how_much_waits_and_leads_to_it(rows, mine):
    client = people.signed_in(people.editor("sted", mine, "change_page"))
    link = BeautifulSoup(client.get("/admin/").content, "html.parser").select_one("#feedback-content a")
    assert link.get_text(strip=True) == "1 tilbagemelding venter på at blive læst"
    assert texts(client.get(link["href"])) == {"Om mine"}
    handle(client, rows["mine"])
    assert "venter på at blive læst" not in client.get("/admin/").content.decode()


def test_what_should_have_been_deleted_is_not_shown(rows, mine, settings):
    Feedback.objects.filter(pk=rows["mine"].pk).update(day=timezone.localdate() - timedelta(days=181))
    client = people.signed_in(people.editor("sted", mine, "change_page"))
    assert texts(client.get(LISTING)) == set()
    assert handle(client, rows["mine"]).status_code == 404


def test_hostile_text_is_shown_as_text(rows, mine):
    Feedback.objects.filter(pk=rows["mine"].pk).update(text="<script>alert(1)</script>=cmd()")
    client = people.signed_in(people.editor("sted", mine, "change_page"))
    assert "&lt;script&gt;alert(1)" in client.get(LISTING).content.decode()


def test_the_listing_takes_the_same_number_of_queries_however_long_it_is(operator, rows, django_assert_num_queries):
    operator.get(LISTING)
    with django_assert_num_queries(LISTING_QUERIES):
        operator.get(LISTING)
    for number in range(20):
        Feedback.objects.create(page=rows["mine"].page, what="missing", text=str(number))
    with django_assert_num_queries(LISTING_QUERIES):
        operator.get(LISTING)


#: Session, user, profile; the languages and roots of the menu; the number of rows and the rows.
LISTING_QUERIES = 8
