"""The form of a site's settings: who may change them, what it says about a colour, and what it reminds of."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupSitePermission, Site

from directory.models import SiteSettings
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(municipality_site):
    return municipality_site.get_site()


@pytest.fixture
def other():
    return Site.objects.create(
        hostname="randers.localhost", site_name="Randers", root_page=factories.MunicipalityFactory(title="Randers")
    )


@pytest.fixture
def own_editor(site):
    """A browser of the editor of one municipality."""
    user = people.editor("vejle", site.root_page, "change_page", "publish_page")
    change = Permission.objects.get(codename="change_sitesettings")
    GroupSitePermission.objects.create(group=user.groups.get(), site=site, permission=change)
    return people.signed_in(user)


def edit(site):
    return reverse("wagtailsettings:edit", args=["directory", "sitesettings", site.pk])


def sent(**changes):
    names = ("logo", "logo_alt", "main_colour", "main_colour_in_dark", "link_colour", "link_colour_in_dark")
    names += ("planner_url", "was_url", "was_phone", "was_email", "was_reviewed_on")
    return dict.fromkeys(names, "") | changes


def reminded(client):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return [link["href"] for link in page.select("#statements-content a")]


def test_the_municipalitys_editor_sets_its_look(own_editor, site):
    assert own_editor.get(edit(site)).status_code == 200
    assert own_editor.post(edit(site), sent(main_colour="#005eb8")).status_code == 302
    assert SiteSettings.objects.get(site=site).main_colour == "#005eb8"


def test_the_menu_leads_to_it_and_only_where_one_may(own_editor, site):
    address = reverse("wagtailsettings:edit", args=["directory", "sitesettings"])
    assert address in own_editor.get("/admin/").content.decode()
    stranger = people.signed_in(people.editor("uden", site.root_page, "change_page"))
    assert address not in stranger.get("/admin/").content.decode()


def test_another_municipalitys_look_can_be_neither_seen_nor_changed(own_editor, other):
    SiteSettings.objects.create(site=other, main_colour="#7a0019")
    for answer in (own_editor.get(edit(other)), own_editor.post(edit(other), sent(main_colour="#005eb8"))):
        assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    assert SiteSettings.objects.get(site=other).main_colour == "#7a0019"


def test_rights_on_pages_alone_are_not_enough(site):
    client = people.signed_in(people.editor("uden", site.root_page, "change_page", "publish_page"))
    client.post(edit(site), sent(main_colour="#005eb8"))
    assert not SiteSettings.objects.filter(main_colour="#005eb8").exists()


def test_a_faint_colour_is_told_at_its_field_and_nothing_is_saved(operator, site):
    response = operator.post(edit(site), sent(main_colour="#ffcc00", logo_alt="Navn"))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["main_colour"]
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("[name=main_colour]")["value"] == "#ffcc00"
    assert not SiteSettings.objects.exclude(main_colour="", logo_alt="").exists()


@pytest.mark.parametrize("colour", ["#0;}a{", "url(x)", "red;}"])
def test_a_hostile_colour_is_told_once(operator, site, colour):
    response = operator.post(edit(site), sent(main_colour=colour, link_colour="#004d99"))
    assert {name: len(errors) for name, errors in response.context["form"].errors.items()} == {"main_colour": 1}


def test_a_day_that_has_not_come_is_refused(operator, site):
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = operator.post(edit(site), sent(was_reviewed_on=tomorrow.isoformat()))
    assert list(response.context["form"].errors) == ["was_reviewed_on"]


@pytest.mark.parametrize(("days", "told"), [(None, True), (400, True), (336, True), (320, False), (0, False)])
def test_a_statement_is_to_be_reviewed_after_eleven_months(operator, site, days, told):
    day = None if days is None else timezone.localdate() - timedelta(days=days)
    SiteSettings.objects.create(site=site, was_url="https://was.digst.dk/x", was_reviewed_on=day)
    assert reminded(operator) == ([edit(site)] if told else [])


def test_a_site_without_a_statement_reminds_of_none(operator, site):
    SiteSettings.objects.create(site=site)
    assert reminded(operator) == []


def test_editors_are_reminded_of_their_own_statement_only(own_editor, site, other):
    for row in (site, other):
        SiteSettings.objects.create(site=row, was_url="https://was.digst.dk/x")
    assert reminded(own_editor) == [edit(site)]
    stranger = people.signed_in(people.editor("uden", site.root_page, "change_page"))
    assert reminded(stranger) == []
