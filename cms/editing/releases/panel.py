"""Messages that come with the program, on the first page of those who look after people or after the site."""

from django.utils import timezone

from cms.editing.common.first_page import FirstPagePanel
from cms.municipalities.people import administered_by
from cms.releases.reading import Weight, messages


class MessagesPanel(FirstPagePanel):
    """Says what administrators have to know today. Nothing on most days."""

    name = "messages"
    template_name = "cms/admin/messages_panel.html"

    def get_context_data(self, parent_context):
        return {"told": self._told(), "important": Weight.IMPORTANT}

    def _told(self):
        told = messages(timezone.localdate())
        # Whose job it is matters only when there is something to say.
        return told if told and (self.user.is_superuser or administered_by(self.user).exists()) else []
