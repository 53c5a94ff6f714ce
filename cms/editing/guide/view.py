"""The guide, for everybody who works here."""

from django.http import Http404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from cms.editing.common.guide_link import OF_AN_OFFER, section_url
from cms.editing.common.titled import TitledPage
from cms.editing.guide.reading import PAPERS, paper_as_html
from directory.models import OfferPage


class GuideView(TitledPage, TemplateView):
    """One paper of the guide, read as it is kept with the program."""

    template_name = "cms/admin/guide.html"
    page_title = _("The editors' guide")
    header_icon = "help"

    def get_context_data(self, **kwargs):
        name = self.kwargs.get("paper", "editors-guide")
        if name not in PAPERS:
            raise Http404
        return super().get_context_data(**kwargs) | {"text": paper_as_html(name), "language": PAPERS[name]}


def menu_item() -> MenuItem:
    """The guide in the menu of help."""
    return MenuItem(
        GuideView.page_title, reverse("editors_guide"), name="editors-guide", icon_name=GuideView.header_icon, order=50
    )


def button_to_guide(page, user, view_name, next_url=None):
    """In the header of an offer's form: what an offer has to tell, and what can wait."""
    if view_name == "edit" and isinstance(page, OfferPage):
        yield Button(_("Guide"), url=section_url(OF_AN_OFFER), icon_name="help", priority=95)


urlpatterns = [
    path("guide/", GuideView.as_view(), name="editors_guide"),
    path("guide/<slug:paper>/", GuideView.as_view(), name="editors_guide_paper"),
]
