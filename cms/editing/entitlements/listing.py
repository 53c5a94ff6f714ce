"""The listings of common descriptions and of the rules of who may be listed. They stand in the menu "Words and places"."""

from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column

from cms.editing.common.columns import LinkColumn
from cms.editing.common.own import OwnViewSet
from cms.editing.common.own_form import OwnForm
from directory.entitlements.editions import keep_edition
from directory.models import CommonDescription, DescriptionEdition, ListingRule
from directory.models.description import MAX_RIGHTS, DescriptionPart
from directory.times.in_words import long_date

#: How many lines a description has of each part.
_MOST = {DescriptionPart.WHAT: 1, DescriptionPart.DECIDES: 1, DescriptionPart.RIGHT: MAX_RIGHTS}


class DescriptionForm(OwnForm):
    """Keeps what is saved as an edition, and refuses more lines than people read."""

    def clean(self):
        cleaned = super().clean()
        rows = self.formsets["lines"]
        if rows.is_valid():
            parts = [form.cleaned_data.get("part") for form in rows.forms if form not in rows.deleted_forms]
            for part, most in _MOST.items():
                if parts.count(part) > most:
                    told = {"part": part.label, "most": most}
                    raise ValidationError(_("“%(part)s”: at most %(most)s lines.") % told)
        return cleaned

    def save(self, **kwargs):
        description = super().save(**kwargs)
        keep_edition(description)
        return description


def _state(row: CommonDescription) -> str:
    """Whether its last edition was checked, and when."""
    newest = row.newest
    if newest is None or newest.checked_on is None:
        return _("Nobody has checked it yet")
    return _("Checked on %(day)s") % {"day": long_date(newest.checked_on)}


def _check_url(row: CommonDescription) -> str:
    return reverse("check_description", args=[row.pk])


class CommonDescriptionViewSet(OwnViewSet):
    """What the law says of kinds of help. A municipality may write its own."""

    model = CommonDescription
    icon = "doc-full-inverse"
    base_form = DescriptionForm
    list_display = [
        "name",
        "municipality",
        LinkColumn("state", label=gettext_lazy("Checked"), accessor=_state, get_url=_check_url),
        Column("words", label=gettext_lazy("Words"), accessor=lambda row: len(row.word_lines)),
    ]
    list_filter = ["municipality"]
    search_fields = ["name", "words"]
    ordering = "name"
    copy_view_enabled = False

    def rows(self):
        editions = Prefetch("editions", DescriptionEdition.objects.all())
        return super().rows().select_related("municipality").prefetch_related(editions)


class ListingRuleViewSet(OwnViewSet):
    """Who may be listed. A municipality with rules of its own has no others."""

    model = ListingRule
    icon = "list-ol"
    list_display = ["number", "text", "municipality"]
    list_filter = ["municipality"]
    search_fields = ["text"]
    ordering = "number"
    copy_view_enabled = False
