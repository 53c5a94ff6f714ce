"""Whom a draft goes to: each area has approvers of its own."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from cms.municipalities.area import Area
from directory.models import Role

_APPROVING = (Role.APPROVER, Role.ADMINISTRATOR)


def ensure_workflow(area: Area, made: Iterable[Group] = ()) -> Workflow:
    """The workflow of the area's branch; one that an operator chose for it stays.

    Groups that were just made take the place of those that somebody deleted, in tasks that are the area's alone.
    """
    chosen = WorkflowPage.objects.filter(page=area.branch.pk).select_related("workflow").first()
    if chosen is not None:
        _name_again(area, chosen.workflow, made)
        return chosen.workflow
    with translation.override(settings.LANGUAGE_CODE):
        name = _("%(area)s: approval") % {"area": area.name}
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.set(_approvers(area))
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page_id=area.branch.pk)
    return workflow


def _approvers(area: Area) -> QuerySet[Group]:
    return Group.objects.filter(role__in=area.groups().filter(role__in=_APPROVING))


def _name_again(area: Area, workflow: Workflow, made: Iterable[Group]) -> None:
    missing = _approvers(area).filter(pk__in=[group.pk for group in made])
    for task in GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow):
        if missing and not task.groups.exclude(pk__in=_approvers(area)).exists():
            task.groups.add(*missing)
