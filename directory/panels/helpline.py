"""The form of a helpline: silence about its hours would be read as "somebody answers now"."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class HelplineForm(WagtailAdminModelForm):
    """Asks for hours of every line that does not answer day and night."""

    def clean_topics(self) -> str:
        """What was ticked before stays before what is ticked now: the line stands under the first."""
        order = self.initial.get("topics", "").split()
        chosen = self.cleaned_data["topics"].split()
        return " ".join(sorted(chosen, key=lambda topic: order.index(topic) if topic in order else len(order)))

    def clean(self):
        cleaned = super().clean()
        hours = self.formsets["hours"]
        if not hours.is_valid():
            return cleaned  # what is wrong with a row is said at the row
        kept = [form for form in hours.forms if form.has_changed() or form.instance.pk]
        if not cleaned.get("always_open") and len(kept) == len(hours.deleted_forms):
            raise ValidationError(
                {"always_open": _("Write the opening hours below, or say that the line answers day and night.")}
            )
        return cleaned
