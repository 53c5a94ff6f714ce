"""The page "Find tilbud", on which a site's search lives."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from directory.models.shown import Shown


class FindOffersPage(Shown, Page):
    """Search with filters, for the site it stands on."""

    parent_page_types = ["directory.PortalPage", "directory.MunicipalityPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("search page")
