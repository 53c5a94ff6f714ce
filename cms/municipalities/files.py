"""Where an area's pictures and documents lie: collections of its own, which no other area's people see."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Collection

from cms.municipalities.area import Area
from directory.models import Role


def ensure_collection(area: Area) -> Collection:
    """The area's collection, made with one for pictures and one for documents in it when there is none."""
    held = Collection.objects.filter(group_permissions__group__role__in=area.groups().filter(role=Role.EDITOR))
    found = held.order_by("depth", "pk").first()
    if found is not None:
        return found
    made = Collection.get_first_root_node().add_child(name=area.name)
    with translation.override(settings.LANGUAGE_CODE):
        names = [_("%(area)s: pictures"), _("%(area)s: documents")]
    for name in names:
        # A parent that has grown since would give its next child a taken path.
        Collection.objects.get(pk=made.pk).add_child(name=name % {"area": area.name})
    return Collection.objects.get(pk=made.pk)
