"""Takes an area out of work: nobody has a role in it any longer. What was written stays, and so does its site."""

from django.contrib.auth.models import AbstractUser, Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Workflow, WorkflowPage

from cms.municipalities.area import Area
from cms.municipalities.people import may_be_closed, set_open


def consequences(area: Area) -> str:
    """What `remove` is going to do, in a sentence."""
    return _(
        "%(area)s: %(groups)d groups will be deleted, and %(accounts)d accounts closed that have rights nowhere else. "
        "Site, pages, places, words and files stay."
    ) % {"area": area.name, "groups": area.groups().count(), "accounts": _people(area).count()}


@transaction.atomic
def remove(area: Area, by: AbstractUser | None = None) -> str:
    """Close the accounts that have no rights elsewhere, delete the groups, and end the approval that was theirs.

    What was done, in a sentence. To add the area again makes groups and approval again; accounts are opened by hand.
    """
    people, groups = list(_people(area)), Group.objects.filter(role__in=area.groups())
    for user in people:
        set_open(user, by, is_open=False)
    for workflow in _workflows(area):
        workflow.deactivate(user=by)
    told = {"area": area.name, "groups": groups.count(), "accounts": len(people)}
    groups.delete()
    return _("%(area)s: %(groups)d groups deleted, %(accounts)d accounts closed.") % told


def _people(area: Area) -> QuerySet[AbstractUser]:
    return may_be_closed(area.groups()).filter(is_active=True)


def _workflows(area: Area) -> QuerySet[Workflow]:
    """The workflows that nothing but the area's branch goes through."""
    elsewhere = WorkflowPage.objects.exclude(page=area.branch.pk).values("workflow")
    return Workflow.objects.filter(workflow_pages__page=area.branch.pk).exclude(pk__in=elsewhere)
