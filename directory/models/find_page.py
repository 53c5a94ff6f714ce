"""The page "Find tilbud", on which a site's search lives."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class FindOffersPage(Page):
    """Search with filters, for the site it stands on."""

    parent_page_types = ["directory.PortalPage", "directory.MunicipalityPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("search page")

    def serve(self, request, *args, **kwargs):
        from directory.views.find import find_offers  # noqa: PLC0415 - the views read the models

        return find_offers(request, self)
