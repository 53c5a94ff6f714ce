"""Writing a page of text: its form, its address, its role, and who may."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from directory.models import OrganisationPage, TextPage
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def add(parent, kind="textpage"):
    return reverse("wagtailadmin_pages:add", args=["directory", kind, parent.pk])


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(html="<p>Her er en tekst.</p>", **changes):
    """What a browser sends."""
    told = {"title": "Om", "slug": "om", "role": "about", "lead": "", "title_en": "", "lead_en": ""}
    body = {"body": streamfield([("text", rich_text(html))]), "body_en": streamfield([]), "comments-TOTAL_FORMS": 0}
    return nested_form_data(told | body | {"comments-INITIAL_FORMS": 0, "action-publish": "1"}) | changes


def errors(response):
    assert response.status_code == 200
    return response.context["form"].errors


def test_a_page_is_written_and_published(operator, municipality_site):
    assert operator.get(add(municipality_site)).status_code == 200
    response = operator.post(add(municipality_site), form())
    assert response.status_code == 302
    page = TextPage.objects.get()
    assert (page.live, page.role) == (True, "about")
    assert "Her er en tekst." in str(page.body)


def test_a_site_has_one_page_of_each_role(operator, municipality_site):
    first = factories.TextPageFactory(parent=municipality_site, title="Først", role="about")
    assert "role" in errors(operator.post(add(municipality_site), form()))
    assert operator.post(edit(first), form(slug="foerst")).status_code == 302
    assert operator.post(add(factories.MunicipalityFactory()), form()).status_code == 302
    assert operator.post(add(municipality_site), form(slug="andet", role="")).status_code == 302


def test_a_copy_has_no_role_yet(operator, municipality_site):
    page = factories.TextPageFactory(parent=municipality_site, title="Om", role="about")
    copied = page.copy(update_attrs={"slug": "kopi", "title": "Kopi"})
    assert copied.role == ""


@pytest.mark.parametrize("slug", ["was", "stil", "hjaelp-nu", "en"])
@pytest.mark.parametrize("kind", ["textpage", "organisationpage"])
def test_a_new_page_may_not_take_an_address_of_the_site(operator, municipality_site, slug, kind):
    sent = form(slug=slug, organisation_type="unknown", about=rich_text(""), demonstration="")
    assert "slug" in errors(operator.post(add(municipality_site, kind), sent))
    assert not TextPage.objects.exists()
    assert not OrganisationPage.objects.exists()


def test_a_link_that_would_run_a_script_is_not_kept(operator, municipality_site):
    response = operator.post(add(municipality_site), form('<p><a href="javascript:alert(1)">Tryk</a></p>'))
    assert response.status_code == 302
    assert "javascript:" not in str(TextPage.objects.get().body)


def test_a_civil_registration_number_is_refused_with_the_text_kept(operator, municipality_site):
    response = operator.post(add(municipality_site), form("<p>Ring til 010190-1234.</p>"))
    assert "body" in errors(response)
    assert b"010190-1234" in response.content


def test_editors_of_another_municipality_can_not_write_here(municipality_site):
    page = factories.TextPageFactory(parent=municipality_site, title="Om")
    client = people.signed_in(people.editor("nabo", factories.MunicipalityFactory(), "add_page", "change_page"))
    for address in (add(municipality_site), edit(page)):
        assert client.get(address).status_code == 302
        assert "/edit/" not in client.post(address, form(title="Kapret", slug="kapret")).headers["Location"]
    assert [row.title for row in TextPage.objects.all()] == ["Om"]


def test_the_municipalitys_own_editor_can(municipality_site):
    client = people.signed_in(people.editor("vejle", municipality_site, "add_page", "change_page", "publish_page"))
    assert client.post(add(municipality_site), form()).status_code == 302
    assert TextPage.objects.get().live


def test_english_stands_on_a_tab_of_its_own(operator, municipality_site):
    page = BeautifulSoup(operator.get(add(municipality_site)).content, "html.parser")
    danish, english = page.select("[role=tabpanel]")[:2]
    assert danish.select_one("[name=lead]")
    assert english.select_one("[name=lead_en]")
