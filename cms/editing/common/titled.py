"""A page of the admin that is neither a listing nor the form of a row."""

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.editing.common.guide_link import WithGuide


class TitledPage(WithGuide, WagtailAdminTemplateMixin):
    """Says what it is in its header, where Wagtail shows nothing but the way home."""

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]
