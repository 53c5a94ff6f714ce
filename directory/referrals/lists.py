"""Named lists of offers: made from the address of a visitor's list, kept for colleagues, without a word about any citizen."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from directory.models import MunicipalityPage, OfferPage
from directory.referrals.forms import LineField
from directory.referrals.models import NamedList
from directory.referrals.workers import municipalities_of_worker
from directory.text import MAX_KEY_DIGITS, whole_number

#: So many offers stand on a list.
MAX_LISTED = 30
#: The list in an address as "Min liste" shows it.
_IN_ADDRESS = re.compile(r"/liste/([\d-]{1,400})/?")


class ListedField(forms.CharField):
    """The keys of the offers in the address of a visitor's list. What is no offer that everybody sees is left out."""

    def clean(self, value: Any) -> list[int]:
        told = _IN_ADDRESS.search(super().clean(value) or "")
        numbers = [whole_number(part, MAX_KEY_DIGITS) for part in told[1].split("-")] if told else []
        wanted = list(dict.fromkeys(number for number in numbers if number is not None))
        shown = set(OfferPage.objects.shown().filter(pk__in=wanted).values_list("pk", flat=True))
        keys = [key for key in wanted if key in shown]
        if not keys:
            raise ValidationError(_("Open Min liste, and copy its whole address, such as https://…/liste/12-45/."))
        return keys


class OffersForm(forms.Form):
    """Offers to put on a list."""

    address = ListedField(
        label=_("The address of Min liste"),
        max_length=500,
        widget=forms.TextInput(attrs={"class": "form-input", "autocomplete": "off"}),
        help_text=_("Its offers are put on the list, 30 at most."),
    )


class NamedListForm(OffersForm):
    """A new list. Its name is for a situation, never for a citizen."""

    name = LineField(
        label=_("Name of the list"), max_length=80, help_text=_("Such as: New in town. Never the name of a citizen.")
    )
    is_shared = forms.BooleanField(label=_("My colleagues in the municipality may see it"), required=False)
    field_order = ("name", "address", "is_shared")


def lists_seen_by(user: Any) -> QuerySet[NamedList]:
    """One's own lists, and those that colleagues of the own municipalities share."""
    own = municipalities_of_worker(user)
    among = Q(is_shared=True) if own is None else Q(is_shared=True, municipality__in=own)
    return NamedList.objects.filter(Q(owner=user) | among).select_related("owner")


def municipality_of_list(user: Any, here: MunicipalityPage | None) -> int | None:
    """Whose people see a list that somebody makes on a site: that municipality's, where it is one of theirs."""
    own = municipalities_of_worker(user)
    if own is None or (here and here.pk in own):
        return here.pk if here else None
    return min(own)


def put_on_list(listed: NamedList, keys: list[int]) -> None:
    """Put offers at the end of a list, as many as there is room for."""
    listed.keys = list(dict.fromkeys([*listed.keys, *keys]))[:MAX_LISTED]
    listed.save(update_fields=["keys"])
