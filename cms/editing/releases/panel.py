"""Messages about the program, on the first page of those who look after people or after the site."""

from datetime import date

from django.utils import timezone

from cms.editing.common.first_page import FirstPagePanel
from cms.municipalities.people import administered_by
from cms.releases.outside import outside_news
from cms.releases.reading import Message, Weight, our_news


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


def messages(day: date) -> list[Message]:
    """Those of a day, which came with the program or from outside, the heaviest first."""
    told = our_news().of_day(day) + outside_news().of_day(day)
    return sorted(told, key=lambda message: (-message.weight, message.begins))
