"""Weekly hours as a grid of seven days, which a script lays over their rows; without it the rows are filled in one by one."""

from django.utils.text import capfirst
from wagtail.admin.panels import InlinePanel

from directory.times.rhythm import Weekday


class HoursPanel(InlinePanel):
    """Rows of a weekday, from and to. What has more to say than that, such as a season, stays a row below the grid."""

    class BoundPanel(InlinePanel.BoundPanel):
        """The panel in a form."""

        template_name = "directory/times/hours_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"weekdays": [(day.value, capfirst(str(day.label))) for day in Weekday]}
