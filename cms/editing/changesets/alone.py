"""A page that is in a set is not published alone without a word: it would be live before the others, or without them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.models import Page

from cms.editing.common.titled import TitledPage
from directory.changesets.content import draft_of
from directory.changesets.gathering import keys_in_sets, sets_of
from directory.changesets.writing import faults_of


def say_so(request: HttpRequest, page: Page) -> None:
    """At the form of a page, name the sets it is in."""
    if request.method == "GET" and (held := list(sets_of(page))):
        names = format_html_join(", ", "“{}”", ((one.title,) for one in held))
        messages.warning(request, format_html(_("This page is in a set of changes that go live together: {}."), names))


def ask_first(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before a page of a set is published from its form: what was written is kept as a draft, and somebody is asked."""
    return redirect("publish_alone", page.pk) if sets_of(page).exists() else None


def leave_sets_out(request: HttpRequest, action: str, pages: list, view) -> None:
    """Where many are published at once, leave out those of sets."""
    if action != "publish":
        return
    held = keys_in_sets(page for page in pages if isinstance(page, Page))
    left = [page.title for page in pages if isinstance(page, Page) and page.pk in held]
    if left:
        pages[:] = [page for page in pages if page.pk not in held]
        told = _("These are in a set of changes that go live together, and were left alone: %(titles)s.")
        messages.warning(request, told % {"titles": ", ".join(left)})


class PublishAloneView(TitledPage, TemplateView):
    """Says what it means to publish a page without the others of its set, and does it for who wants it all the same."""

    template_name = "cms/admin/publish_alone.html"
    page_title = gettext_lazy("Publish this page alone?")
    header_icon = "warning"

    @cached_property
    def page(self) -> Page:
        """The page of the address, where the person may publish it."""
        page = get_object_or_404(Page, pk=self.kwargs["page_id"]).specific
        if not page.permissions_for_user(self.request.user).can_publish():
            raise PermissionDenied
        if page.latest_revision_id is None or not sets_of(page).exists():
            raise Http404
        return page

    def post(self, request, *args, **kwargs) -> HttpResponse:
        wrong = list(faults_of(self.page, draft_of(self.page)))
        if wrong:
            messages.error(request, " ".join(wrong))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        self.page.get_latest_revision().publish(user=request.user)
        messages.success(request, _("“%(title)s” is published, without the others.") % {"title": self.page.title})
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"page": self.page, "sets": sets_of(self.page)}


urlpatterns = [path("changes-together/alone/<int:page_id>/", PublishAloneView.as_view(), name="publish_alone")]
