"""What an answer does: it is known at once, once by the link of a place, and again whenever an editor was told on the telephone."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.asking.models import AskedOffer, Campaign, PlaceReply, ReplyKind
from directory.cpr import validate_no_cpr

#: What a number may be: more is a slip of the finger.
MAX_NUMBER = 100_000


def reply_field(campaign: Campaign) -> forms.Field:
    """The field that a campaign is answered in."""
    label = campaign.question
    match campaign.reply_kind:
        case ReplyKind.CHOICE:
            return forms.ChoiceField(label=label, choices=campaign.choices())
        case ReplyKind.DATE:
            return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        case ReplyKind.NUMBER:
            return forms.IntegerField(label=label, min_value=0, max_value=MAX_NUMBER)
        case _:
            return forms.CharField(label=label, max_length=200, validators=[validate_no_cpr])


class ReplyForm(forms.Form):
    """The one field of a campaign. Its value is kept as text."""

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = reply_field(campaign)
        self.fields["value"].widget.attrs["class"] = "form-input"
        self.fields["value"].error_messages["required"] = _("Choose or write an answer first.")

    @property
    def value(self) -> str:
        """The answer as it is kept."""
        return str(self.cleaned_data["value"])


@transaction.atomic
def reply_of_place(asked: AskedOffer, value: str) -> bool:
    """Take the answer of a place; whether it was the first, which is the only one that its links can give."""
    now = timezone.now()
    if not AskedOffer.objects.filter(pk=asked.pk, replied_at=None).update(replied_at=now):
        return False
    PlaceReply.objects.create(campaign=asked.campaign, offer_id=asked.offer_id, value=value, at=now)
    return True


@transaction.atomic
def reply_on_telephone(asked: AskedOffer, value: str, user: Any) -> None:
    """Write down what a place told on the telephone, in place of what it may have answered before."""
    now = timezone.now()
    AskedOffer.objects.filter(pk=asked.pk).update(replied_at=now)
    PlaceReply.objects.create(
        campaign=asked.campaign, offer_id=asked.offer_id, value=value, at=now, by_telephone=True, by=user
    )
