"""The links by which others see the draft of an offer: a new one is shown once, and each can be taken back."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.editing.common.titled import TitledPage
from directory.models import OfferPage
from directory.previewing.links import VALID_DAYS, new_link
from directory.previewing.models import PreviewLink
from directory.text import MAX_KEY_DIGITS, whole_number

_LABEL = gettext_lazy("Show the draft by a link")


class PreviewLinksView(UserPassesTestMixin, TitledPage, TemplateView):
    """All links to the draft of one offer, for those who may write the draft."""

    template_name = "cms/admin/preview_links.html"
    page_title = _LABEL
    header_icon = "link"

    @cached_property
    def offer(self) -> OfferPage:
        """The offer whose draft is shown."""
        return get_object_or_404(OfferPage, pk=self.kwargs["page_id"])

    def test_func(self) -> bool:
        return self.offer.permissions_for_user(self.request.user).can_edit()

    def get_page_subtitle(self) -> str:
        return self.offer.get_admin_display_title()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A new link, or one taken back. The new one is in this answer and nowhere else."""
        if "take_back" in request.POST:
            key = whole_number(request.POST["take_back"], MAX_KEY_DIGITS)
            PreviewLink.objects.filter(offer=self.offer.pk, pk=key).delete()
            messages.success(request, _("The link is taken back. Whoever opens it sees nothing any more."))
            return self.get(request, *args, **kwargs)
        kwargs["made"] = self._address(new_link(self.offer, request.user))
        return self.get(request, *args, **kwargs)

    def _address(self, secret: str) -> str:
        """The address with its host: that of the site on which the offer stands."""
        _site, root, _path = self.offer.get_url_parts(self.request) or (None, "", "")
        return (root or self.request.build_absolute_uri("/").rstrip("/")) + reverse("preview_by_link", args=[secret])

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        rows = PreviewLink.objects.filter(offer=self.offer.pk, expires_on__gte=timezone.localdate())
        return super().get_context_data(**kwargs) | {
            "offer": self.offer,
            "links": rows.select_related("made_by"),
            "days": VALID_DAYS,
        }


def button_to_links(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The button in the header of an offer's form."""
    if view_name == "edit" and isinstance(page, OfferPage):
        yield Button(_LABEL, url=reverse("preview_links", args=[page.pk]), icon_name="link", priority=75)


urlpatterns = [path("preview-links/<int:page_id>/", PreviewLinksView.as_view(), name="preview_links")]
