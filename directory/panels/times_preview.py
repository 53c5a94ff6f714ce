"""What the times that were last saved come to, in words and dates, with what an editor should look at."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from directory.times.clock import local_now
from directory.times.public_holidays import OnHolidays
from directory.times.status import status_of
from directory.times.week import days_with_hours, next_meetings


class TimesPreview(Panel):
    """Stands above the rows of times; an offer that is not saved yet has nothing to preview."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in a form."""

        template_name = "directory/times/preview.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk) and self.instance.schedule.is_told

        def get_context_data(self, parent_context=None):
            schedule, today = self.instance.schedule, timezone.localdate()
            return (super().get_context_data(parent_context) or {}) | {
                "status": status_of(schedule, local_now(), self.instance.access),
                "week": days_with_hours(schedule, today),
                "meetings": next_meetings(schedule, today),
                "warnings": warnings(self.instance),
            }


def warnings(offer) -> list[str]:
    """What may be right and is worth a look."""
    schedule, found = offer.schedule, []
    if schedule.weekly and offer.on_holidays == OnHolidays.UNKNOWN:
        found.append(_("Nobody has told whether it is open on public holidays. On them the page says: call first."))
    if schedule.is_in_doubt:
        found.append(_("A note or the season makes some hours unsure. They are shown, and never as “open now”."))
    starts, deadline = getattr(offer, "starts_on", None), getattr(offer, "signup_deadline", None)
    if starts and deadline and deadline > starts:
        found.append(_("The last day to sign up is after the first day."))
    return found
