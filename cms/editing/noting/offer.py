"""What is noted of one offer: notes, labels, and whether one is told when it changes. For those who may change the offer."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.editing.common.titled import TitledPage
from cms.editing.noting.forms import LabelsForm, NoteForm
from directory.models import OfferPage
from directory.models.tree import BRANCH_PATH_LENGTH
from directory.noting.labels import names_of, set_on
from directory.noting.models import Label, Note
from directory.noting.watching import may_note, watch, watches
from directory.text import MAX_KEY_DIGITS, whole_number

_LABEL = gettext_lazy("Notes, labels, watching")
#: So many of the newest notes are shown.
_SHOWN = 100


class OfferNotesView(UserPassesTestMixin, TitledPage, TemplateView):
    """All that is noted of an offer, and the three forms that change it."""

    template_name = "cms/admin/offer_notes.html"
    page_title = _LABEL
    header_icon = "edit"

    @cached_property
    def offer(self) -> OfferPage:
        """The offer of which it is noted."""
        return get_object_or_404(OfferPage, pk=self.kwargs["page_id"])

    def test_func(self) -> bool:
        return may_note(self.request.user, self.offer)

    def get_page_subtitle(self) -> str:
        return self.offer.get_admin_display_title()

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Do what the button says; what was not understood is shown again with the reason."""
        actions = {"note": self._write, "labels_sent": self._label, "watch": self._watch, "delete": self._delete}
        action = next((actions[name] for name in actions if name in request.POST), None)
        refused = action() if action else {}
        if refused:
            return self.render_to_response(self.get_context_data(**refused))
        return redirect("offer_notes", self.offer.pk)

    def _write(self) -> dict[str, Any]:
        note = Note(offer_id=self.offer.pk, written_by=self.request.user)
        form = NoteForm(self.request.POST, instance=note)
        if not form.is_valid():
            return {"note_form": form}
        form.save()
        messages.success(self.request, _("The note is written."))
        return {}

    def _label(self) -> dict[str, Any]:
        form = LabelsForm(self.request.POST)
        if not form.is_valid():
            return {"labels_form": form}
        set_on(self.offer, form.cleaned_data["labels"])
        messages.success(self.request, _("The labels are saved."))
        return {}

    def _watch(self) -> dict[str, Any]:
        wanted = self.request.POST["watch"] == "1"
        watch(self.offer, self.request.user, wanted=wanted)
        told = (
            _("You are told when others change this offer.") if wanted else _("You do not watch this offer any more.")
        )
        messages.success(self.request, told)
        return {}

    def _delete(self) -> dict[str, Any]:
        key = whole_number(self.request.POST["delete"], MAX_KEY_DIGITS)
        gone = Note.objects.filter(offer=self.offer.pk, pk=key).delete()[0]
        if gone:
            messages.success(self.request, _("The note is deleted."))
        return {}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        labels = Label.objects.filter(offer=self.offer.pk).values_list("name", flat=True)
        branch = OfferPage.objects.filter(path__startswith=self.offer.path[:BRANCH_PATH_LENGTH])
        told = {
            "offer": self.offer,
            "notes": Note.objects.filter(offer=self.offer.pk).select_related("written_by")[:_SHOWN],
            "known": names_of(branch),
            "watched": watches(self.offer, self.request.user),
            "note_form": NoteForm(),
            "labels_form": LabelsForm(initial={"labels": ", ".join(labels)}),
        }
        return super().get_context_data(**told | kwargs)


def button_to_notes(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The button in the header of an offer's form."""
    if view_name == "edit" and isinstance(page, OfferPage):
        yield Button(_LABEL, url=reverse("offer_notes", args=[page.pk]), icon_name="edit", priority=72)


urlpatterns = [path("offers/<int:page_id>/notes/", OfferNotesView.as_view(), name="offer_notes")]
