"""What an offer has of its common description: what citizens read, what they do not, and whether there is a newer edition."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from directory.times.clock import local_now


class EntitlementPanel(Panel):
    """Stands below the chooser of the description. Nothing where an offer has none."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in a form."""

        template_name = "directory/offers/entitlement_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.common_description_id is not None

        def get_context_data(self, parent_context=None):
            offer = self.instance
            editions = list(offer.common_description.editions.all())
            taken = next((one for one in editions if one.number == offer.description_edition), None)
            newer = any(one.number > offer.description_edition and one.checked_on for one in editions)
            today = local_now().date()
            lines = [(line, line.is_valid_on(today)) for line in taken.law_lines] if taken else []
            context = super().get_context_data(parent_context) or {}
            return context | {
                "description": offer.common_description,
                "edition": taken,
                "lines": lines,
                "newer_url": reverse("take_descriptions") + f"?after={offer.pk - 1}" if newer and offer.live else "",
            }
