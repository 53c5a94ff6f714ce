"""Cells that tell an editor at a glance what a page needs."""

from wagtail.admin.ui.tables import BaseColumn, Column

from cms.editing.common.freshness import FreshnessGroup, freshness_of


class FreshnessColumn(Column):
    """When a listing was last checked, and whether it is time again."""

    cell_template_name = "cms/admin/freshness_cell.html"

    def get_value(self, instance):
        return freshness_of(instance)

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"late": context["raw_value"] != FreshnessGroup.FRESH, "verified_on": instance.verified_on}


class StateColumn(BaseColumn):
    """Whether a page is published, and whether one can join what it offers."""

    cell_template_name = "cms/admin/state_cell.html"


class DayColumn(Column):
    """A day without an hour: said as it is, since from midnight on nobody could say how long ago it was."""

    cell_template_name = "cms/admin/day_cell.html"


class LinkColumn(Column):
    """A value that leads to where it comes from."""

    cell_template_name = "cms/admin/link_cell.html"

    def __init__(self, *args, get_url, **kwargs):
        super().__init__(*args, **kwargs)
        self.get_url = get_url

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"url": self.get_url(instance)}
