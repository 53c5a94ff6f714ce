"""The form of a row that a municipality may keep: it can be given to no other municipality, and name nobody else's rows."""

from django.contrib.auth import get_permission_codename

from cms.editing.common.reach import reach_of
from directory.panels.choices import OwnChoicesForm


class OwnForm(OwnChoicesForm):
    """Offers the municipalities that the person works for; the whole only to those who work for the whole."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields.get("municipality")
        if field is None or self.for_user is None:
            return
        action = "add" if self.instance.pk is None else "change"
        reach = reach_of(self.for_user, get_permission_codename(action, self.instance._meta))
        if not reach.everything:
            field.queryset = field.queryset.filter(pk__in=reach.municipalities)
            field.required = not reach.whole
            if self.instance.pk is None and field.required and len(reach.municipalities) == 1:
                self.initial["municipality"] = next(iter(reach.municipalities))
