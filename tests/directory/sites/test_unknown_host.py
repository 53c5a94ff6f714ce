"""Each host has its site; one that has none shows where the sites are."""

import pytest
from wagtail.models import Page, Site

from tests import factories
from tests.factories import FindOffersFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sites(settings):
    settings.ALLOWED_HOSTS = ["testserver", ".localhost"]
    FindOffersFactory()
    for name in ("Vejle", "Randers"):
        page = MunicipalityFactory(title=name)
        host = f"{name.lower()}.localhost"
        Site.objects.update_or_create(hostname=host, defaults={"root_page": page, "port": 80, "site_name": name})
    Site.clear_site_root_paths_cache()


@pytest.mark.parametrize("address", ["/", "/en/", "/find-tilbud/?q=kaffe", "/hjaelp-nu/", "/findes-ikke/"])
def test_an_unknown_host_gets_the_list_and_nobody_elses_page(client, sites, address):
    response = client.get(address, headers={"host": "ukendt.localhost"})
    html = response.content.decode()
    assert response.status_code == 404
    assert html.index("http://randers.localhost") < html.index("http://vejle.localhost")
    assert "kaffe" not in html
    assert 'href="/' not in html.replace('href="/static/', "")


def test_a_host_of_its_own_or_one_that_is_named_in_full_is_answered(client, sites):
    assert "Vejle" in client.get("/", headers={"host": "vejle.localhost:8000"}).content.decode()
    assert client.get("/", headers={"host": "testserver"}).status_code == 200


def test_monitors_and_editors_come_by_any_allowed_host(client, sites):
    for address in ("/healthz", "/konto/log-ind/"):
        assert client.get(address, headers={"host": "ukendt.localhost"}).status_code == 200


def test_a_host_that_is_not_allowed_is_refused(client, sites):
    assert client.get("/", headers={"host": "example.org"}).status_code == 400


def test_the_list_costs_few_queries_however_long_it_is(client, sites, django_assert_num_queries):
    client.get("/", headers={"host": "ukendt.localhost"})
    with django_assert_num_queries(2):
        client.get("/", headers={"host": "ukendt.localhost"})


@pytest.mark.parametrize(
    "address",
    ["/find-tilbud/", "/hjaelp-nu/", "/i-dag/", "/kort/", "/forslag/?q=kaffe", "/tilbagemelding/", "/findes-ikke/"],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_site_whose_front_page_is_none_of_ours_is_no_server_error(client, index, sites, address, language):
    """As the first migration leaves it: a page of Wagtail's own."""
    welcome = factories.root().add_child(instance=Page(title="Velkommen", slug="velkommen"))
    Site.objects.create(hostname="ny.localhost", root_page=welcome)
    assert client.get(f"{language}{address}", headers={"host": "ny.localhost"}).status_code < 500
