"""Whether Wagtail's own groups may still change everything, said at start."""

from django.core.checks import Tags, register
from django.core.checks import Warning as Caution
from django.db import DatabaseError
from wagtail.models import GroupPagePermission

#: Wagtail makes them, with rights on the whole page tree; a municipality's groups are made by `manage.py municipality add`.
GENERIC = ("Editors", "Moderators")


@register(Tags.database)
def nobody_may_change_everything(app_configs=None, databases=None, **kwargs):
    """The groups that know no municipality have no people, or no rights above the municipalities."""
    if not databases:
        return []
    try:
        held = GroupPagePermission.objects.filter(
            group__name__in=GENERIC, page__depth__lt=3, group__user__is_active=True
        )
        names = sorted(set(held.values_list("group__name", flat=True)))
    except DatabaseError:
        return []  # before the first migration there is nothing to ask
    hint = (
        "Give its people a role in their municipality (`manage.py municipality add`), and take them out of the group."
    )
    return [
        Caution(f"Everybody in the group {name} may change every municipality.", hint=hint, id="vejviser.W005")
        for name in names
    ]
