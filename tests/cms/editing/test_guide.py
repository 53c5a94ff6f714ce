"""The guide on the running site, and the ways to its sections from the pages that they are about."""

import pytest
from bs4 import BeautifulSoup
from django.urls import get_resolver, reverse

from cms.editing.common.guide_link import OF_AN_OFFER, SECTIONS, section_url
from cms.editing.guide.reading import PAPERS, paper_as_html
from tests import factories
from tests.cms.editing import people
from tests.cms.roles.addresses import all_addresses

GUIDE = BeautifulSoup(paper_as_html("editors-guide"), "html.parser")


@pytest.fixture
def editor(municipality_site):
    return people.signed_in(people.editor("redaktør", municipality_site, "add_page", "change_page", "publish_page"))


@pytest.mark.parametrize("heading", sorted({*SECTIONS.values(), OF_AN_OFFER}))
def test_every_section_that_is_linked_to_stands_in_the_guide(heading):
    assert GUIDE.find(id=section_url(heading).partition("#")[2]).get_text() == heading


def test_every_page_that_leads_to_the_guide_is_a_page_of_the_admin():
    get_resolver().url_patterns  # noqa: B018 - listings join the admin's addresses when these are read
    assert SECTIONS.keys() - {address.name for address in all_addresses()} == set()


@pytest.mark.parametrize("name", PAPERS)
def test_links_of_a_paper_lead_to_papers_that_are_there(name):
    links = [link["href"] for link in BeautifulSoup(paper_as_html(name), "html.parser").select("a[href]")]
    there = {reverse("editors_guide_paper", args=[other]) for other in PAPERS}
    assert {link for link in links if link != "#" and "://" not in link} <= there


@pytest.mark.django_db
def test_an_editor_reads_it_on_the_site_and_finds_it_in_the_menu(editor):
    answer = editor.get(reverse("editors_guide"))
    assert "En kladde kan altid gemmes" in answer.content.decode()
    assert reverse("editors_guide") in editor.get("/admin/").content.decode()
    assert editor.get(reverse("editors_guide_paper", args=["editing-times"])).status_code == 200
    assert editor.get(reverse("editors_guide_paper", args=["operations"])).status_code == 404


@pytest.mark.django_db
def test_nobody_reads_it_without_an_account(client):
    assert client.get(reverse("editors_guide")).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["offers:index", "duplicates", "imports", "proposals", "gaps_report", "links_report"])
def test_a_page_leads_to_its_section(editor, name):
    page = BeautifulSoup(editor.get(reverse(name)).content, "html.parser")
    assert page.find("a", href=section_url(SECTIONS[name]))


@pytest.mark.django_db
def test_the_form_of_an_offer_leads_to_what_an_offer_has_to_tell(editor, municipality_site):
    offer = factories.OfferFactory(parent=factories.OrganisationFactory(parent=municipality_site))
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[offer.pk])).content.decode()
    assert section_url(OF_AN_OFFER) in form
