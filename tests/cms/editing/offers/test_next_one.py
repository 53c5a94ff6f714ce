"""Working through what waits, one after another: after each comes the next, until the list says that it is done."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from directory.models import Feedback, OfferPage
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def addresses(answer):
    """Where the buttons and links of the page lead, by their words."""
    page = BeautifulSoup(answer.content, "html.parser").select_one("main")
    return {link.get_text(strip=True): link["href"] for link in page.select("a.button")}


def confirmed(client, answer):
    form = BeautifulSoup(answer.content, "html.parser").select_one("form[action$='/confirm/']")
    sent = {field["name"]: field["value"] for field in form.select("input") if field["name"] == "next"}
    return client.post(form["action"], sent, follow=True)


@pytest.fixture
def offers():
    house = factories.OrganisationFactory(title="Huset")
    return [factories.OfferFactory(title=f"Nr. {n}", parent=house, phone="12345678") for n in range(3)]


def test_after_each_that_is_right_comes_the_next_and_at_last_the_list(operator, offers):
    home = BeautifulSoup(operator.get("/admin/").content, "html.parser")
    answer = operator.get(
        next(link["href"] for link in home.select("#work-content a") if link["href"] == reverse("work", args=["never"]))
    )
    for offer in offers:
        html = answer.content.decode()
        assert offer.title in html
        assert "12345678" in html
        answer = confirmed(operator, answer)
    assert answer.redirect_chain[-1][0] == f"{reverse('offers:index')}?freshness=never"
    assert "Du er igennem listen." in answer.content.decode()
    assert OfferPage.objects.filter(verified_on=date.today()).count() == len(offers)


def test_one_is_left_for_later_and_one_is_changed_on_the_way(operator, offers):
    first = addresses(operator.get(reverse("work", args=["never"])))
    second = operator.get(first["Næste"])
    assert "Nr. 1" in second.content.decode()
    form = operator.get(addresses(second)["Ret det"])
    following = BeautifulSoup(form.content, "html.parser").select_one("input[name=next]")["value"]
    assert "Nr. 2" in operator.get(following).content.decode()
    assert OfferPage.objects.filter(verified_on=None).count() == len(offers)


def test_an_editor_goes_through_the_own_offers_alone(offers):
    other = factories.OfferFactory(title="Et andet sted", parent=factories.OrganisationFactory())
    client = people.signed_in(people.editor("sted", other.get_parent(), "change_page"))
    answer = client.get(reverse("work", args=["never"]))
    assert "Et andet sted" in answer.content.decode()
    assert client.get(addresses(answer)["Næste"]).status_code == 302


def test_who_may_edit_nothing_and_what_is_no_list_are_refused(operator, offers):
    guest = people.signed_in(people.editor("gaest", offers[0].get_parent()))
    for address in (reverse("work", args=["never"]), reverse("feedback_next")):
        assert guest.get(address).status_code == 302
    assert operator.get(reverse("work", args=["alt"])).status_code == 404
    assert operator.get(reverse("work", args=["never"]) + "?after=9" * 40).status_code in {200, 302}


def test_messages_are_dealt_with_one_after_another(operator, offers):
    rows = [Feedback.objects.create(page=offer, what="wrong", text=f"Fejl {offer.title}") for offer in offers[:2]]
    answer = operator.get(reverse("feedback_next"))
    for row in rows:
        assert row.text in answer.content.decode()
        form = BeautifulSoup(answer.content, "html.parser").select_one("form[action$='/handled/']")
        answer = operator.post(form["action"], {"next": form.select_one("[name=next]")["value"]}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("feedback_report")
    assert not Feedback.objects.filter(handled_on=None).exists()
