"""What visitors told, one message at a time: deal with it, or not now; then comes the next."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from cms.editing.common.titled import TitledPage
from cms.editing.feedback.rights import may_read, may_read_some
from directory.text import MAX_KEY_DIGITS, whole_number


class NextFeedbackView(TitledPage, TemplateView):
    """The oldest message that waits, after the one that was dealt with; where there is none, the listing says so."""

    template_name = "cms/admin/next_feedback.html"
    page_title = gettext_lazy("Feedback from visitors")
    header_icon = "comment"

    def get(self, request, *args, **kwargs):
        if not may_read_some(request.user):
            raise PermissionDenied
        after = whole_number(request.GET.get("after", "0"), MAX_KEY_DIGITS) or 0
        waiting = may_read(request.user).filter(handled_on=None).order_by("pk")
        row = waiting.filter(pk__gt=after).select_related("page").first()
        if row is None:
            messages.success(request, _("You have been through the list."))
            return redirect("feedback_report")
        told = {
            "row": row,
            "left": waiting.filter(pk__gte=row.pk).count(),
            "following": f"{reverse('feedback_next')}?after={row.pk}",
        }
        return self.render_to_response(self.get_context_data(**told))


urlpatterns = [path("feedback/next/", NextFeedbackView.as_view(), name="feedback_next")]
