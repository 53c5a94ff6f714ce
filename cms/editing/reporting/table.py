"""A report whose rows are worked out: a table on a page of the admin, and the same rows as CSV or Excel."""

from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from cms.editing.common.editors import OfEditors
from cms.editing.common.titled import TitledPage


class TableReport(OfEditors, SpreadsheetExportMixin, TitledPage, TemplateView):
    """A table of rows that are worked out, to be looked at or taken along."""

    def rows(self) -> list[Any]:
        """All rows, each with the attributes of `list_export`."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        if self.is_export:
            return self.as_spreadsheet(self.rows(), request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"rows": self.rows()}
