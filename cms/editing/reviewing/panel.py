"""Says on the admin's first page what the places have answered. Nothing where nothing waits."""

from django.urls import reverse

from cms.editing.common.first_page import FirstPagePanel
from cms.editing.common.publishers import may_publish_some
from cms.editing.reviewing.proposals import gone, waiting


class AnswersPanel(FirstPagePanel):
    """How many proposals wait for this person, and how many places say that an offer is gone."""

    name = "answers"
    template_name = "cms/admin/answers_panel.html"

    def get_context_data(self, parent_context):
        if not may_publish_some(self.user):
            return {"proposals": 0, "gone": 0}
        first = waiting(self.user).first()
        return {
            "proposals": waiting(self.user).count() if first else 0,
            "gone": gone(self.user).count(),
            "first_url": reverse("proposal", args=[first.pk]) if first else "",
            "url": reverse("proposals"),
        }
