"""The form of a place, a term or a help line as it is in a set: what is written there is kept in the set, and nobody sees it yet."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import EditView

from directory.changesets.content import content_of, object_of, put_together
from directory.changesets.gathering import write_row
from directory.changesets.models import Change, SetStage
from directory.changesets.rights import own_sets


class RowInSetView(EditView):
    """The form that the row has anyway, with what the set holds of it."""

    change: Change | None = None
    success_message = _("%(model_name)s '%(object)s' is in the set, and as it was for everybody else.")
    submit_button_label = _("Keep it in the set")

    def get_object(self, queryset=None):
        row = super().get_object(queryset)
        return object_of(row, put_together(self.change.base, self.change.content, content_of(row)))

    def save_instance(self):
        row = self.form.save(commit=False)
        write_row(self.change, row, content_of(self.change.thing()))
        return row

    def get_success_url(self):
        return reverse("change_set", args=[self.change.change_set_id])

    def get_success_buttons(self):
        return []

    def get_edit_url(self):
        return reverse("change_set_row", args=[self.change.pk])


def edit_row(request: HttpRequest, change: int) -> HttpResponse:
    """The form of a row of an open set, for those who may change the row."""
    mine = Change.objects.filter(change_set__in=own_sets(request.user), change_set__stage=SetStage.OPEN)
    row = get_object_or_404(mine.select_related("model", "change_set"), pk=change)
    if row.is_page:
        raise PermissionDenied
    viewset = row.model.model_class().snippet_viewset
    view = viewset.construct_view(RowInSetView, change=row, **viewset.get_edit_view_kwargs())
    return view(request, pk=str(row.key))


urlpatterns = [path("changes-together/rows/<int:change>/", edit_row, name="change_set_row")]
