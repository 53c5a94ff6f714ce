"""The page of one import, whatever its turn is: columns to choose, how far it has come, what it would do, what it did."""

from collections import Counter

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages

from cms.editing.common.titled import TitledPage
from cms.editing.uploading.forms import ColumnsForm
from cms.editing.uploading.listing import own_uploads
from directory.uploading.models import TO_WRITE, Outcome, Stage, Upload
from directory.uploading.reading import keep_mapping
from directory.uploading.rights import may_decide_on
from directory.uploading.work import hand_to_worker

#: So many rows are shown on a page, and after so many seconds a page that tells of progress is asked for again.
_ROWS, _AGAIN = 50, 4


class ImportView(TitledPage, FormView):
    """An import into a branch of the person's."""

    template_name = "cms/admin/import.html"
    header_icon = "upload"
    form_class = ColumnsForm

    @cached_property
    def upload(self) -> Upload:
        """The import of the address, where it is the person's to see."""
        return get_object_or_404(own_uploads(self.request.user).defer("data"), pk=self.kwargs["upload"])

    def get_page_title(self):
        return self.upload.file_name

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"upload": self.upload}

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        if self.upload.is_at_work:
            answer.headers["Refresh"] = str(_AGAIN)
        return answer

    def post(self, request, *args, **kwargs) -> HttpResponse:
        if not may_decide_on(request.user, self.upload):
            raise PermissionDenied
        done = {"write": self._write, "undo": self._undo, "drop": self._drop}.get(request.POST.get("do", ""))
        if done:
            return done()
        return super().post(request, *args, **kwargs) if self.upload.stage == Stage.NEW else self._here()

    def form_valid(self, form):
        keep_mapping(self.upload, form.mapping())
        Upload.objects.filter(pk=self.upload.pk, stage=Stage.NEW).update(stage=Stage.CHECKING)
        return self._here()

    def _write(self) -> HttpResponse:
        hand_to_worker(self.upload, Stage.WRITING)
        return self._here()

    def _undo(self) -> HttpResponse:
        hand_to_worker(self.upload, Stage.UNDOING)
        return self._here()

    def _drop(self) -> HttpResponse:
        """Forget a file of which nothing was written."""
        Upload.objects.filter(pk=self.upload.pk, stage__in=(Stage.NEW, Stage.CHECKED, Stage.STOPPED)).delete()
        messages.success(self.request, _("The file is not kept."))
        return redirect("imports")

    def _here(self) -> HttpResponse:
        return redirect("import", self.upload.pk)

    def get_context_data(self, **kwargs):
        rows = self.upload.rows.all()
        counts = dict(rows.order_by().values_list("outcome").annotate(Count("pk")))
        waiting = rows.filter(is_done=False).count() if self.upload.is_at_work else 0
        shown = self.request.GET.get("outcome", "")
        listed = rows.filter(outcome=shown) if shown in Outcome.values else rows
        return super().get_context_data(**kwargs) | {
            "upload": self.upload,
            "counts": [(value, label, counts[value]) for value, label in Outcome.choices if counts.get(value)],
            "total": sum(counts.values()),
            "done": sum(counts.values()) - waiting,
            "to_write": sum(Counter(counts)[name] for name in TO_WRITE),
            "shown": shown,
            "rows": Paginator(listed.select_related("offer"), _ROWS).get_page(self.request.GET.get("p")),
            "may_decide": may_decide_on(self.request.user, self.upload),
        }


urlpatterns = [path("imports/<int:upload>/", ImportView.as_view(), name="import")]
