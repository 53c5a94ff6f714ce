"""What can be changed on many offers at once: one table. Each row asks for a value and says what becomes of a draft with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import URLField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from cms.editing.changesets.hand_over import HandOver, HandOverField
from cms.editing.common.tree import may_edit
from directory.changesets.gathering import move_to
from directory.changesets.models import Change
from directory.models import OfferPage, OrganisationPage
from directory.models.responsible import hand_over


@dataclass(frozen=True)
class BulkField:
    """A field of the form, for the person who fills it in. `put` changes the draft that is then saved, or the change that is in the set."""

    name: str
    field: Callable[[Any], forms.Field]
    put: Callable[[Change, OfferPage, Any], None]


def _of_model(name: str) -> BulkField:
    """A field of the offer as its own form asks for it, that is left alone where nothing is answered."""

    def asked(user: Any) -> forms.Field:
        model = OfferPage._meta.get_field(name)
        if not model.choices:
            https = {"assume_scheme": "https"} if isinstance(model, URLField) else {}
            return model.formfield(required=False, initial=None, **https)
        choices = [("", _("As it is")), *((value, label) for value, label in model.flatchoices if value)]
        return forms.ChoiceField(label=capfirst(model.verbose_name), choices=choices, required=False)

    def put(change: Change, draft: OfferPage, value: Any) -> None:
        setattr(draft, name, value)

    return BulkField(name, asked, put)


def _organisation(user: Any) -> forms.Field:
    return forms.ModelChoiceField(
        may_edit(user, OrganisationPage.objects.all()),
        label=_("Organisation"),
        help_text=_("The offers are moved there when the set goes live."),
        required=False,
        widget=AdminPageChooser(target_models=[OrganisationPage]),
    )


def _moved(change: Change, draft: OfferPage, value: Any) -> None:
    move_to(change, value)


def _handed_over(change: Change, draft: OfferPage, value: HandOver) -> None:
    hand_over(draft, *value)


FIELDS = (
    BulkField("organisation", _organisation, _moved),
    BulkField("hand_over", lambda _user: HandOverField(), _handed_over),
    *map(_of_model, ("phone", "phone_hours", "email", "website", "access", "registration", "state", "state_note")),
)
