"""The version that runs, and what is new in it and in those before."""

from django.conf import settings
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem

from cms.editing.common.titled import TitledPage
from cms.papers.facts import program_version
from cms.releases.outside import kept_news, outside_news
from cms.releases.reading import our_news

NAME = "whats_new"


class NewsView(TitledPage, TemplateView):
    """Shows it; the news are Danish, whatever language somebody works in."""

    template_name = "cms/admin/news.html"
    page_title = _("What is new")
    header_icon = "info-circle"

    def get_context_data(self, **kwargs):
        ours = our_news().releases
        known = {release.version for release in ours}
        return super().get_context_data(**kwargs) | {
            "version": program_version(),
            "releases": ours,
            "outside": kept_news(),
            "looks_outside": settings.NEWS_URL,
            "newer": [release for release in outside_news().releases if release.version not in known],
        }


def menu_item() -> MenuItem:
    """The page in the menu of help."""
    return MenuItem(NewsView.page_title, reverse(NAME), name=NAME, icon_name=NewsView.header_icon, order=100)


urlpatterns = [path("news/", NewsView.as_view(), name=NAME)]
