"""The offers that a person watches: what has changed since it was seen, on the admin's first page and on one of its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from cms.editing.common.editors import OfEditors
from cms.editing.common.first_page import FirstPagePanel
from cms.editing.common.titled import TitledPage
from directory.noting.models import Watch
from directory.noting.watching import Changed, may_note, watched_by, watched_changes
from directory.text import MAX_KEY_DIGITS, whole_number


class WatchedPanel(FirstPagePanel):
    """What others have changed since the person last said to have seen it."""

    name = "watched"
    template_name = "cms/admin/watched_panel.html"

    def get_context_data(self, parent_context):
        return {"changed": _unseen(self.user), "url": reverse("watched_offers")}


def _unseen(user) -> list[Changed]:
    return watched_changes(list(watched_by(user)), user, "seen_at")


class WatchedOffersView(OfEditors, TitledPage, TemplateView):
    """All offers that a person watches. They can be seen, and watched no more."""

    template_name = "cms/admin/watched_offers.html"
    page_title = gettext_lazy("Offers that you watch")
    header_icon = "view"

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Have seen all that is told here, or stop watching one."""
        rows = Watch.objects.filter(user=request.user)
        if "stop" in request.POST:
            rows.filter(pk=whole_number(request.POST["stop"], MAX_KEY_DIGITS)).delete()
            messages.success(request, _("You do not watch this offer any more."))
        else:
            rows.update(seen_at=timezone.now())
        return redirect("watched_offers")

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        rows = list(watched_by(self.request.user))
        told = {
            "rows": [row for row in rows if may_note(self.request.user, row.offer)],
            "changed": watched_changes(rows, self.request.user, "seen_at"),
        }
        return super().get_context_data(**told | kwargs)


urlpatterns = [path("offers/watched/", WatchedOffersView.as_view(), name="watched_offers")]
