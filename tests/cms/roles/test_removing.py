"""A municipality that stops, a group or a page that somebody deleted: nobody keeps a right, and nothing else is lost."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Site, WorkflowPage

from cms.municipalities.adding import add
from cms.municipalities.area import Area
from directory.models import MunicipalityPage, OfferPage, Place, Role, RoleGroup, SynonymGroup
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def fresh(town):
    return Area(MunicipalityPage.objects.get(pk=town.page.pk))


def by_command(town):
    call_command("municipality", "remove", town.page.title, "--yes")


def in_the_admin(town):
    browser = people.signed_in(people.operator())
    assert browser.post(reverse("municipality_remove", args=[town.page.pk])).status_code == 302


@pytest.mark.parametrize("remove", [by_command, in_the_admin])
def test_its_people_are_out_and_what_they_wrote_stays(vejle, kolding, remove):
    browser, both = vejle.browser(Role.EDITOR), vejle.person(Role.APPROVER)
    both.groups.add(fresh(kolding).groups().get(role=Role.EDITOR).group)
    remove(vejle)
    assert "/log-ind/" in browser.get("/admin/").headers["Location"]
    assert not RoleGroup.objects.filter(municipality=vejle.page).exists()
    assert not Group.objects.filter(name__startswith="Vejle:").exists()
    both.refresh_from_db()
    assert both.is_active
    assert both.groups.get().name == "Kolding: redaktører"
    assert Site.objects.filter(root_page=vejle.page).exists()
    assert Place.objects.get(pk=vejle.rows["house"].pk).municipality == vejle.page
    assert OfferPage.objects.get(pk=vejle.rows["offer"].pk).live
    assert not WorkflowPage.objects.filter(page=vejle.page).exists()
    assert WorkflowPage.objects.filter(page=kolding.page).exists()
    assert kolding.rows["person"].groups.exists()


def test_it_begins_again_with_the_same_things(vejle):
    by_command(vejle)
    add(fresh(vejle), invited={Role.EDITOR: ["ny@example.dk"]})
    browser = people.signed_in(User.objects.get(username="ny@example.dk"))
    assert browser.get(reverse("wagtailadmin_pages:edit", args=[vejle.rows["draft"].pk])).status_code == 200
    assert fresh(vejle).branch.get_workflow().workflow_tasks.get().task.specific.groups.count() == 2


def test_what_will_be_done_is_said_first(vejle):
    with pytest.raises(CommandError, match=r"5 grupper .* 1 konti"):
        call_command("municipality", "remove", "Vejle")
    html = (
        people.signed_in(people.operator()).get(reverse("municipality_remove", args=[vejle.page.pk])).content.decode()
    )
    assert "5 grupper" in html
    assert RoleGroup.objects.filter(municipality=vejle.page).count() == 5


def test_a_name_that_nobody_has_is_said(vejle):
    with pytest.raises(CommandError, match="Vejle"):
        call_command("municipality", "remove", "Vejel", "--yes")


def test_the_whole_can_stop_too(whole):
    call_command("municipality", "remove", "hele-landet", "--yes")
    assert not RoleGroup.objects.filter(municipality=None).exists()


def test_a_workflow_that_others_use_goes_on(vejle, kolding):
    WorkflowPage.objects.filter(page=kolding.page).update(workflow=vejle.page.get_workflow())
    by_command(vejle)
    assert fresh(kolding).branch.get_workflow().active


def test_with_its_page_go_its_words_and_its_groups(vejle, kolding):
    """What stays of an operator's deletion is no account that may still come in, and no secret that anybody sees."""
    browser = vejle.browser(Role.APPROVER)
    OfferPage.objects.filter(pk=vejle.rows["offer"].pk).update(place=None)
    fresh(vejle).branch.delete()
    assert not Group.objects.filter(name__startswith="Vejle:").exists()
    assert not SynonymGroup.objects.filter(pk=vejle.rows["synonyms"].pk).exists()
    assert Place.objects.get(pk=vejle.rows["house"].pk).municipality is None
    assert "/log-ind/" in browser.get("/admin/").headers["Location"]
    listing = reverse(Place.snippet_viewset.get_url_name("list"))
    assert vejle.marker not in kolding.browser(Role.ADMINISTRATOR).get(listing).content.decode()


def test_a_group_that_was_deleted_is_made_again_and_approves_again(vejle):
    for role in (Role.APPROVER, Role.ADMINISTRATOR):
        fresh(vejle).groups().get(role=role).group.delete()
    assert RoleGroup.objects.filter(municipality=vejle.page).count() == 3
    add(fresh(vejle))
    task = vejle.page.get_workflow().workflow_tasks.get().task.specific
    assert set(task.groups.values_list("role__role", flat=True)) == {Role.APPROVER, Role.ADMINISTRATOR}


def test_a_task_that_an_operator_gave_to_others_stays_theirs(vejle):
    task = vejle.page.get_workflow().workflow_tasks.get().task.specific
    others = Group.objects.create(name="Hjælpere")
    task.groups.set([others])
    fresh(vejle).groups().get(role=Role.APPROVER).group.delete()
    add(fresh(vejle))
    assert list(task.groups.all()) == [others]
