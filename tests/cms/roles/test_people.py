"""An administrator looks after the people of the own groups, and of no others."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.core import mail
from django.urls import reverse

from directory.models import Role, RoleGroup
from tests.cms.editing import people

pytestmark = pytest.mark.django_db


def group_of(town, role=Role.EDITOR):
    return RoleGroup.objects.get(municipality=town.page, role=role)


def test_an_administrator_invites_to_the_own_groups(vejle):
    browser = vejle.browser("administrator")
    sent = {"mail": "Ny@example.dk", "group": group_of(vejle).pk}
    assert browser.post(reverse("people"), sent).status_code == 302
    assert User.objects.get(username="ny@example.dk").groups.get() == group_of(vejle).group
    assert [message.to for message in mail.outbox] == [["ny@example.dk"]]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.READER])
def test_nobody_else_does(vejle, role):
    browser = vejle.browser(role)
    assert browser.get(reverse("people")).status_code == 302
    assert browser.post(reverse("people"), {"mail": "n@example.dk", "group": group_of(vejle).pk}).status_code == 302
    assert not User.objects.filter(username="n@example.dk").exists()


def test_nobody_is_invited_to_another_group(vejle, kolding):
    browser = vejle.browser("administrator")
    for key in (group_of(kolding).pk, 999_999, "x"):
        assert browser.post(reverse("people"), {"mail": "n@example.dk", "group": key}).status_code == 200
    assert not User.objects.filter(username="n@example.dk").exists()


def test_the_people_of_others_are_neither_seen_nor_touched(vejle, kolding):
    browser, theirs = vejle.browser("administrator"), kolding.rows["person"]
    assert kolding.marker not in browser.get(reverse("people")).content.decode()
    for group in (group_of(kolding), group_of(vejle)):
        assert browser.post(reverse("people_take_out", args=[theirs.pk, group.pk])).status_code == 404
    assert browser.post(reverse("people_close", args=[theirs.pk])).status_code == 404
    theirs.refresh_from_db()
    assert theirs.is_active
    assert theirs.groups.get() == group_of(kolding).group


def test_an_operator_in_a_group_is_not_touched(vejle):
    operator = people.operator()
    operator.groups.add(group_of(vejle).group)
    browser = vejle.browser("administrator")
    assert "operator" not in browser.get(reverse("people")).content.decode()
    assert browser.post(reverse("people_close", args=[operator.pk])).status_code == 404
    assert browser.post(reverse("people_take_out", args=[operator.pk, group_of(vejle).pk])).status_code == 404
    before = operator.password
    browser.post(reverse("people"), {"mail": operator.username + "@example.org", "group": group_of(vejle).pk})
    operator.refresh_from_db()
    assert operator.password == before


def test_who_has_rights_elsewhere_is_taken_out_and_not_closed(vejle, kolding):
    browser, shared = vejle.browser("administrator"), kolding.rows["person"]
    shared.groups.add(group_of(vejle).group)
    assert browser.post(reverse("people_close", args=[shared.pk])).status_code == 404
    assert browser.post(reverse("people_take_out", args=[shared.pk, group_of(vejle).pk])).status_code == 302
    assert shared.groups.get() == group_of(kolding).group


def test_a_closed_account_is_out_at_once_and_can_be_opened_again(vejle):
    browser, user = vejle.browser("administrator"), vejle.person("editor")
    theirs = people.signed_in(user)
    assert theirs.get("/admin/").status_code == 200
    browser.post(reverse("people_close", args=[user.pk]))
    assert "/log-ind/" in theirs.get("/admin/").headers["Location"]
    browser.post(reverse("people"), {"mail": user.username, "group": group_of(vejle, Role.APPROVER).pk})
    user.refresh_from_db()
    assert (user.is_active, user.groups.count()) == (False, 1)
    browser.post(reverse("people_close", args=[user.pk]))
    assert people.signed_in(User.objects.get(pk=user.pk)).get("/admin/").status_code == 200


def test_nobody_closes_or_takes_out_oneself(vejle):
    user = vejle.person("administrator")
    browser = people.signed_in(user)
    assert browser.post(reverse("people_close", args=[user.pk])).status_code == 404
    out = reverse("people_take_out", args=[user.pk, group_of(vejle, Role.ADMINISTRATOR).pk])
    assert browser.post(out).status_code == 404
    page = BeautifulSoup(browser.get(reverse("people")).content, "html5lib")
    assert page.select_one(f'form[action="{out}"] button') is None
    assert len(page.select('form[action*="/out-of/"] button')) == 1
    assert "Personer" in page.select_one("header").get_text()


def test_an_address_that_somebody_gave_the_own_account_brings_it_into_no_group(vejle, kolding):
    thief = kolding.rows["person"]
    User.objects.filter(pk=thief.pk).update(email="rigtig@vejle.dk")
    vejle.browser("administrator").post(reverse("people"), {"mail": "rigtig@vejle.dk", "group": group_of(vejle).pk})
    assert not thief.groups.filter(pk=group_of(vejle).group_id).exists()
    assert User.objects.get(username="rigtig@vejle.dk").groups.get() == group_of(vejle).group


def test_no_mail_no_invitation(vejle, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    browser = vejle.browser("administrator")
    answer = browser.post(reverse("people"), {"mail": "n@example.dk", "group": group_of(vejle).pk})
    assert answer.status_code == 200
    assert not User.objects.filter(username="n@example.dk").exists()


def test_wagtails_own_pages_of_accounts_and_groups_stay_shut(vejle):
    browser = vejle.browser("administrator")
    for name in ("wagtailusers_users:index", "wagtailusers_users:add", "wagtailusers_groups:index"):
        assert browser.get(reverse(name)).status_code == 302
    assert Group.objects.filter(role__municipality=vejle.page).count() == 5
