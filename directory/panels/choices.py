"""Forms in which a person may name only what the person may see: a key that was put in by hand is as good as none."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms import ModelChoiceField
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.panels import InlinePanel
from wagtail.models import Page
from wagtail.permissions import policy_registry

from directory.text import MAX_KEY_DIGITS, whole_number

#: What lets a person name a page that is not public.
_RIGHTS = {"add", "change", "publish"}


def choosable(user: Any, rows: QuerySet) -> QuerySet:
    """Those of the rows that a person may name. Models for which nobody has said who may what are for all."""
    if user is None or user.is_superuser:
        return rows
    if issubclass(rows.model, Page):
        mine = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, _RIGHTS)
        open_to_all = Page.objects.live().public()
        return rows.filter(Q(pk__in=mine.order_by().values("pk")) | Q(pk__in=open_to_all.order_by().values("pk")))
    policy = policy_registry.get_by_type(rows.model, fallback=False)
    # What is for all, such as needs and target groups, is not looked up.
    if policy is None or not getattr(policy, "is_local", True):
        return rows
    return rows.filter(pk__in=policy.instances_user_has_any_permission_for(user, {"choose"}).order_by().values("pk"))


class OwnChoices:
    """Takes out of a form what its user may not name, unless it stands there already, before anything is read or shown.

    Otherwise the form, shown again with its faults, would tell the name of a row whose key somebody had guessed.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._refused: list[str] = []
        if self.is_bound:
            self.data = self.data.copy()
            for name, field in self.fields.items():
                if isinstance(field, ModelChoiceField):
                    self._take_out(name, field)

    def _take_out(self, name: str, field: ModelChoiceField) -> None:
        sent = [value for value in self._sent(name, field) if str(value) not in self._kept(name)]
        if not sent:
            return
        allowed = choosable(self.for_user, field.queryset)
        if allowed is field.queryset:
            return
        keys = [key for key in (whole_number(str(value), MAX_KEY_DIGITS) for value in sent) if key is not None]
        if allowed.filter(pk__in=keys).count() < len(sent):
            self.data[self.add_prefix(name)] = ""
            self._refused.append(name)

    def _sent(self, name: str, field: ModelChoiceField) -> list:
        value = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        return [one for one in (value if isinstance(value, list | tuple) else [value]) if one not in {None, ""}]

    def _kept(self, name: str) -> set[str]:
        kept = self.initial.get(name)
        return {str(getattr(one, "pk", one)) for one in (kept if isinstance(kept, list | tuple) else [kept])}

    def clean(self):
        cleaned = super().clean()
        for name in self._refused:
            self.add_error(name, ValidationError(_("That is not yours to choose. Choose another one.")))
        return cleaned


class OwnChoicesForm(OwnChoices, WagtailAdminModelForm):
    """The form of a row, by itself or inside a page."""


class OwnPageForm(OwnChoices, WagtailAdminPageForm):
    """The form of a page."""


class OwnInlinePanel(InlinePanel):
    """Rows inside a page that name other pages or rows."""

    def get_form_options(self):
        options = super().get_form_options()
        told = options["formsets"][self.relation_name]
        given = told.get("form")
        told["form"] = type("OwnRowForm", (OwnChoices, given), {}) if given else OwnChoicesForm
        told["inherit_kwargs"] = ["for_user"]
        return options
