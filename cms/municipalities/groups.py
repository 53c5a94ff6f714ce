"""The groups of an area, each with the rights of its role. What an operator gave a group beside them stays."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db.models.signals import post_delete
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, GroupSitePermission, Page

from cms.municipalities.area import Area
from cms.municipalities.rights import RIGHTS, permission, rights_by_name, rows_of
from directory.models import Role, RoleGroup, SiteSettings


def name_of(area: Area, role: str) -> str:
    """What a group is called, in the language of the site."""
    with translation.override(settings.LANGUAGE_CODE):
        return {
            Role.EDITOR: _("%(area)s: editors"),
            Role.APPROVER: _("%(area)s: approvers"),
            Role.ADMINISTRATOR: _("%(area)s: administrators"),
            Role.READER: _("%(area)s: readers of reports"),
            Role.SUPPORT_WORKER: _("%(area)s: support workers"),
        }[role] % {"area": area.name}


def ensure_groups(area: Area) -> list[Group]:
    """Make the groups that are missing; those that were made. `ValidationError` where a name is taken by another group."""
    held = set(area.groups().values_list("role", flat=True))
    made = []
    for role in Role.values:
        if role in held:
            continue
        name = name_of(area, role)
        if Group.objects.filter(name=name).exists():
            raise ValidationError(_("Another group is called “%(name)s”. Rename it first.") % {"name": name})
        made.append(Group.objects.create(name=name))
        RoleGroup.objects.create(group=made[-1], municipality=area.municipality, role=role)
    return made


def give_rights(area: Area, collection: Collection) -> None:
    """Give every group of the area what its role may do, as far as it does not have it."""
    for row in area.groups():
        _give(row, area, collection)


def _give(row: RoleGroup, area: Area, collection: Collection) -> None:
    group, rights = row.group, RIGHTS[row.role]
    if rights.admin:
        group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    group.permissions.add(*rights_by_name(rights.by_name))
    for model, actions in rows_of(row.role, whole=area.municipality is None):
        group.permissions.add(*(permission(action, model) for action in actions))
    for action in rights.pages:
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=area.branch.pk, permission=permission(action, Page)
        )
    for model in (get_image_model(), get_document_model()):
        for action in rights.files:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission(action, model)
            )
    if rights.site:
        for site in area.sites:
            GroupSitePermission.objects.get_or_create(
                group=group, site=site, permission=permission("change", SiteSettings)
            )


def connect() -> None:
    """Let a group go with its role: without the municipality that was deleted, it would keep people in the admin."""
    post_delete.connect(_go_too, sender=RoleGroup)


def _go_too(sender, instance: RoleGroup, **kwargs) -> None:
    Group.objects.filter(pk=instance.group_id).delete()
