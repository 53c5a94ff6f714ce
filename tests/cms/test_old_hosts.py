"""After a change of host: what was printed and kept under the old one still leads there."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from wagtail.models import Site

from cms.settings.old_hosts import old_hosts
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved(settings):
    """A site whose host was gammel.example.dk."""
    settings.ALLOWED_HOSTS = ["vejviser.example.dk", "gammel.example.dk"]
    settings.OLD_HOSTS = {"gammel.example.dk": "vejviser.example.dk"}
    home = factories.portal()
    Site.objects.update(hostname="vejviser.example.dk")
    return home


def ask(path, method="get", host="gammel.example.dk", **told):
    return getattr(Client(), method)(path, headers={"host": host}, **told)


@pytest.mark.parametrize(
    "path", ["/", "/liste/1.2.3", "/en/find-tilbud/?q=kor&l=1.2", "/sted/huset-paa-hj%C3%B8rnet/", "/admin/", "/was"]
)
def test_an_old_address_leads_to_the_same_page_on_the_new_host(moved, path):
    answer = ask(path)
    assert (answer.status_code, answer.url) == (301, f"http://vejviser.example.dk{path}")


def test_a_list_that_was_printed_under_the_old_host_is_shown_under_the_new_one(moved):
    offer = factories.OfferFactory(title="Huset")
    answer = ask(f"/liste/{offer.pk}")
    shown = Client().get(
        answer.url.removeprefix("http://vejviser.example.dk"), headers={"host": "vejviser.example.dk"}, follow=True
    )
    assert "Huset" in shown.content.decode()


def test_what_was_sent_from_a_form_is_sent_again(moved):
    assert ask("/tilbagemelding/", "post", data={"text": "Hej"}).status_code == 308


def test_nobody_is_led_anywhere_else(moved):
    assert ask("//ond.example.dk/x").url.startswith("http://vejviser.example.dk/")
    assert ask("/", host="ond.example.dk").status_code == 400
    assert ask("/", host="vejviser.example.dk").status_code == 200


def test_a_port_stays(moved):
    assert ask("/x", host="gammel.example.dk:8443").url == "http://vejviser.example.dk:8443/x"


def test_a_monitor_is_answered_by_any_name(moved):
    assert ask("/healthz").status_code == 200


def test_old_hosts_are_pairs_and_lead_to_an_end():
    assert old_hosts(["A.dk = b.dk", "c.dk=b.dk"]) == {"a.dk": "b.dk", "c.dk": "b.dk"}
    for wrong in (["a.dk"], ["a.dk="], ["http://a.dk=b.dk"], ["a.dk=b.dk", "b.dk=c.dk"], ["a.dk=a.dk"]):
        with pytest.raises(ImproperlyConfigured, match="OLD_HOSTS"):
            old_hosts(wrong)
