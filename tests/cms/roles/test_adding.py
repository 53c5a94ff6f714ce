"""Setting a municipality to work, by command and in the admin."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission, Page, Site, Workflow, WorkflowPage

from cms.municipalities.checks import nobody_may_change_everything
from directory.models import FindOffersPage, MunicipalityPage, RoleGroup, TextPage
from tests import factories
from tests.cms.editing import people

pytestmark = pytest.mark.django_db
GROUPS = [
    "Vejle: administratorer",
    "Vejle: godkendere",
    "Vejle: læsere af rapporter",
    "Vejle: redaktører",
    "Vejle: støttemedarbejdere",
]


@pytest.fixture
def page():
    return factories.MunicipalityFactory(title="Vejle Kommune", slug="vejle", code="0630", parent=factories.portal())


def add(name="Vejle", **more):
    call_command("municipality", "add", name, **more)


def counts():
    models = (Site, Group, RoleGroup, Collection, Workflow, WorkflowPage, GroupPagePermission, Page, User)
    return [model._default_manager.count() for model in models]


@pytest.mark.parametrize("name", ["Vejle", "vejle kommune", "0630", " VEJLE "])
def test_a_municipality_gets_site_texts_groups_collections_and_approval(page, name):
    add(name, host="vejle.example.dk")
    home = MunicipalityPage.objects.get(pk=page.pk)
    assert Site.objects.get(hostname="vejle.example.dk").root_page_id == page.pk
    assert FindOffersPage.objects.child_of(home).exists()
    assert TextPage.objects.child_of(home).exists()
    assert sorted(Group.objects.filter(role__municipality=home).values_list("name", flat=True)) == GROUPS
    assert Collection.objects.get(name="Vejle").get_children().count() == 2
    task = home.get_workflow().workflow_tasks.get().task.specific
    assert sorted(task.groups.values_list("name", flat=True)) == GROUPS[:2]


def test_the_one_number_to_call_is_asked_for_and_one_that_is_there_stays(page):
    add(host="vejle.example.dk", phone="12 34 56 78")
    add(phone="87 65 43 21")
    assert MunicipalityPage.objects.get(pk=page.pk).help_phone == "12 34 56 78"


def test_after_it_got_its_number_pages_can_be_put_below_it(page):
    """The page was saved with as many pages below it as there were before: whatever came next was refused."""
    add(host="vejle.example.dk", phone="12 34 56 78")
    assert not any(MunicipalityPage.find_problems())
    factories.OrganisationFactory(parent=MunicipalityPage.objects.get(pk=page.pk))


def test_a_number_that_is_none_is_refused_and_nothing_is_done(page):
    with pytest.raises(CommandError, match="12 34 56 78"):
        add(host="vejle.example.dk", phone="ring bare")
    assert not Site.objects.filter(hostname="vejle.example.dk").exists()


def test_to_add_it_again_changes_nothing(page):
    add(host="vejle.example.dk")
    before = counts()
    add()
    add(host="vejle.example.dk")
    assert counts() == before


def test_what_an_operator_decided_stays(page):
    add(host="vejle.example.dk")
    group = Group.objects.get(name="Vejle: redaktører")
    group.name = "Vejles skribenter"
    group.save()
    other = Workflow.objects.create(name="Vores egen")
    WorkflowPage.objects.filter(page=page.pk).update(workflow=other)
    add()
    assert Group.objects.filter(role__municipality=page, role__role="editor").get() == group
    assert MunicipalityPage.objects.get(pk=page.pk).get_workflow() == other


@pytest.mark.parametrize(
    ("name", "host", "told"),
    [
        ("Vejel", "vejle.example.dk", "Vejle Kommune"),
        ("", "vejle.example.dk", "ingen kommune"),
        ("Vejle", "", "værtsnavnet"),
        ("Vejle", "ikke et navn", "domænenavn"),
        ("Vejle", "portal.example.dk", "et andet websteds"),
    ],
)
def test_what_is_in_the_way_is_said_and_nothing_is_done(page, name, host, told):
    Site.objects.update(hostname="portal.example.dk")
    before = counts()
    with pytest.raises(CommandError, match=told):
        add(name, host=host)
    assert counts() == before


def test_a_group_that_somebody_else_made_is_not_taken_over(page):
    Group.objects.create(name="Vejle: redaktører")
    with pytest.raises(CommandError, match="Vejle: redaktører"):
        add(host="vejle.example.dk")
    assert not RoleGroup.objects.exists()


def test_the_whole_has_people_of_its_own():
    factories.NationalBranchFactory()
    add("hele-landet", approver=["alle@example.dk"])
    assert User.objects.get(username="alle@example.dk").groups.get().name == "Hele landet: godkendere"


def test_an_invitation_leads_to_a_password_and_into_the_admin(page, client):
    add(host="vejle.example.dk", editor=["Ny@Example.dk"])
    sent = mail.outbox.pop()
    assert sent.to == ["ny@example.dk"]
    path = re.search(r"https?://[^/]+(/konto/adgangskode/ny/\S+)", sent.body)[1]
    form = client.get(path, follow=True)
    answer = client.post(form.request["PATH_INFO"], {"password1": "en lang sætning", "password2": "en lang sætning"})
    assert answer.status_code == 302
    assert client.login(username="ny@example.dk", password="en lang sætning")
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/offers/").status_code == 200
    # A link is for once.
    assert b"password1" not in client.get(path, follow=True).content


def test_a_draft_goes_to_the_own_approvers(page):
    add(host="vejle.example.dk", editor=["e@example.dk"], approver=["a@example.dk"])
    organisation = factories.OrganisationFactory(parent=MunicipalityPage.objects.get(pk=page.pk))
    offer = factories.OfferFactory(parent=organisation, live=False)
    offer.save_revision()
    writer, approver = (User.objects.get(username=f"{name}@example.dk") for name in "ea")
    state = offer.get_workflow().start(offer, writer)
    task = state.current_task_state.task.specific
    assert task.user_can_access_editor(offer, approver)
    assert [action for action, *_rest in task.get_actions(offer, approver)]
    assert not task.get_actions(offer, writer)


def test_the_admin_sets_a_municipality_to_work_too(page, operator):
    address = reverse("municipalities")
    sent = {"municipality": page.pk, "host": "vejle.example.dk", "administrator": "chef@example.dk"}
    assert operator.post(address, sent).status_code == 302
    assert "vejle.example.dk" in operator.get(address).content.decode()
    assert User.objects.get(username="chef@example.dk").groups.get().name == "Vejle: administratorer"
    faulty = operator.post(address, {**sent, "host": "anden.example.dk"})
    assert "vejle.example.dk" in faulty.content.decode()


def test_the_page_is_for_operators(page):
    add(host="vejle.example.dk", administrator=["chef@example.dk"])
    browser = people.signed_in(User.objects.get(username="chef@example.dk"))
    assert browser.get(reverse("municipalities")).status_code == 302


@pytest.mark.parametrize("name", ["Editors", "Moderators"])
def test_wagtails_groups_have_no_rights_on_a_new_installation(name):
    group = Group.objects.get(name=name)
    assert not group.permissions.exists()
    assert not GroupPagePermission.objects.filter(group=group).exists()
    assert not group.collection_permissions.exists()


def test_a_check_names_a_group_whose_people_may_change_everything(page):
    root = Page.get_first_root_node()
    person = people.editor("Editors 2", root, "change_page")
    assert nobody_may_change_everything(databases=["default"]) == []
    group = Group.objects.get(name="Editors")
    group.page_permissions.create(page=root, permission=person.groups.get().page_permissions.get().permission)
    assert nobody_may_change_everything(databases=["default"]) == []
    person.groups.add(group)
    assert [found.id for found in nobody_may_change_everything(databases=["default"])] == ["vejviser.W005"]
