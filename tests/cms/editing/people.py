"""Editors for tests: people who may do so much, and no more, with a part of the page tree."""

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from wagtail.models import GroupPagePermission, Page


def editor(name: str, page: Page, *rights: str) -> User:
    """A person who has rights (such as `add_page`) on a page and all below it, and may enter the admin."""
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        GroupPagePermission.objects.create(
            group=group, page=Page.objects.get(pk=page.pk), permission=Permission.objects.get(codename=right)
        )
    user = User.objects.create_user(name, f"{name}@example.org", "pass")
    user.groups.add(group)
    return user


def operator() -> User:
    """A person who may do everything."""
    return User.objects.create_superuser("operator", "operator@example.org", "pass")


def signed_in(user: User) -> Client:
    """A browser in which the person has logged in."""
    client = Client()
    client.force_login(user)
    return client
