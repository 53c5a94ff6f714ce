"""Whom a draft goes to: each area has approvers of its own."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from cms.municipalities.area import Area
from directory.models import Role

_APPROVING = (Role.APPROVER, Role.ADMINISTRATOR)


def ensure_workflow(area: Area) -> Workflow:
    """The workflow of the area's branch; one that an operator chose for it stays."""
    chosen = WorkflowPage.objects.filter(page=area.branch.pk).select_related("workflow").first()
    if chosen is not None:
        return chosen.workflow
    with translation.override(settings.LANGUAGE_CODE):
        name = _("%(area)s: approval") % {"area": area.name}
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.set(Group.objects.filter(role__in=area.groups().filter(role__in=_APPROVING)))
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page_id=area.branch.pk)
    return workflow
