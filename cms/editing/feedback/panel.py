"""Says on the admin's first page how much feedback waits. Nothing when none does."""

from urllib.parse import urlencode

from django.urls import reverse

from cms.editing.common.first_page import FirstPagePanel
from cms.editing.feedback.rights import may_read, may_read_some


class FeedbackPanel(FirstPagePanel):
    """How much feedback this editor has not dealt with."""

    name = "feedback"
    template_name = "cms/admin/feedback_panel.html"

    def get_context_data(self, parent_context):
        waiting = may_read(self.user).filter(handled_on=None).count() if may_read_some(self.user) else 0
        return {
            "waiting": waiting,
            "begin": reverse("feedback_next"),
            "url": f"{reverse('feedback_report')}?{urlencode({'handled': 'no'})}",
        }
