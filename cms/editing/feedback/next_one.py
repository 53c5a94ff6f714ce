"""What visitors told, one message at a time: deal with it, or not now; then comes the next."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy

from cms.editing.common.next_one import NextOneView
from cms.editing.feedback.rights import may_read, may_read_some
from directory.models import Feedback


class NextFeedbackView(NextOneView):
    """The oldest message that waits, after the one that was dealt with."""

    template_name = "cms/admin/next_feedback.html"
    page_title = gettext_lazy("Feedback from visitors")
    header_icon = "comment"

    def may_look(self):
        return may_read_some(self.request.user)

    def waiting(self):
        return may_read(self.request.user).filter(handled_on=None).select_related("page")

    def listing(self):
        return "feedback_report"

    def page(self, row: Feedback):
        return row.page_id

    def following(self, row: Feedback):
        return f"{reverse('feedback_next')}?after={row.pk}"

    def told(self, row: Feedback):
        return {"row": row}


urlpatterns = [path("feedback/next/", NextFeedbackView.as_view(), name="feedback_next")]
