"""The buttons that close an offer for a day, or call off what it holds: where each is sent, and what it says."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from directory.times.clock import local_now
from directory.times.day_off import Action, possible
from directory.times.schedule import Schedule
from directory.times.week import next_meetings

#: Today's buttons, and those of so many of the next days with a meeting.
MEETINGS_SHOWN = 3
_WORDS: dict[Action, Promise] = {
    "close": _("Closed today"),
    "reopen": _("Open after all"),
    "call-off": _("Call off"),
    "hold": _("Hold it after all"),
}


@dataclass(frozen=True, slots=True)
class DayButton:
    """A button, to be sent by POST."""

    url: str
    label: Promise


def day_buttons(offer, day: date, back_to: str, schedule: Schedule | None = None) -> list[DayButton]:
    """What can be done with a day of an offer; `back_to` is the page on which the buttons stand.

    Who asks for many days gives the offer's schedule, which is read from its rows.
    """
    query = urlencode({"next": back_to})
    return [
        DayButton(f"{reverse('change_day', args=[offer.pk, action, day.isoformat()])}?{query}", _WORDS[action])
        for action in possible(schedule or offer.schedule, day)
    ]


class DayPanel(Panel):
    """Stands above the times of a published offer: closed today, called off on one of the next days."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in a form."""

        template_name = "directory/times/day_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.live and self._may_publish() and bool(self.days)

        def _may_publish(self) -> bool:
            return self.instance.permissions_for_user(self.request.user).can_publish()

        @cached_property
        def days(self) -> list[tuple[date, list[DayButton]]]:
            """Today and the next days with a meeting, each with what can be done."""
            today, here = local_now().date(), self.request.get_full_path()
            schedule = self.instance.schedule
            meetings = next_meetings(schedule, today)
            days = list(dict.fromkeys([today, *(one.day for one in meetings)]))[: MEETINGS_SHOWN + 1]
            rows = [(day, day_buttons(self.instance, day, here, schedule)) for day in days]
            return [(day, buttons) for day, buttons in rows if buttons]

        def get_context_data(self, parent_context=None):
            return (super().get_context_data(parent_context) or {}) | {"days": self.days}
