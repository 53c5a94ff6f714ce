"""What times come to, in words and dates, with what an editor should look at: as saved, and with a script as written."""

import json
from datetime import datetime

from django.urls import reverse
from wagtail.admin.panels import Panel

from directory.times.clock import local_now
from directory.times.schedule import Schedule
from directory.times.sentences import hours_in_words, series_in_words
from directory.times.status import status_of
from directory.times.told import hours_told
from directory.times.warnings import worth_a_look
from directory.times.week import next_days


class TimesPreview(Panel):
    """Stands above the rows of times. Before the first saving only a script has something to show in it."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in a form."""

        template_name = "directory/times/preview_panel.html"

        def get_context_data(self, parent_context=None):
            offer = self.instance
            told = (
                times_in_words(
                    offer.schedule,
                    local_now(),
                    offer.access,
                    told=offer.schedule_text,
                    starts=getattr(offer, "starts_on", None),
                    deadline=getattr(offer, "signup_deadline", None),
                )
                if offer.pk
                else {}
            )
            context = super().get_context_data(parent_context) or {}
            return context | told | {"preview_url": reverse("preview_times", args=[offer.kind])}


def times_in_words(schedule: Schedule, now: datetime, access: str, told: str = "", **course) -> dict:
    """What the template of the preview shows; `course` are the first day and the last day to sign up.

    Where no times are written but `told` in words, the rows that those words give are suggested.
    """
    today, meetings = now.date(), schedule.meetings
    return {
        "is_told": schedule.is_told,
        "status": status_of(schedule, now, access),
        "sentences": [
            *hours_in_words(schedule.weekly),
            *(series_in_words(row, meetings, today) for row in schedule.sessions if row.rule),
        ],
        "days": next_days(schedule, today),
        "suggestion": None if schedule.is_told else _suggestion(told),
        "warnings": worth_a_look(schedule, today, **course),
    }


def _suggestion(told: str) -> dict | None:
    """The rows that a text gives, as the grid takes them, and what they come to; None where it leaves a doubt."""
    rows = hours_told(told)
    if not rows:
        return None
    times = [[row.weekday, f"{row.opens:%H:%M}", f"{row.closes:%H:%M}"] for row in rows]
    return {"words": hours_in_words(rows), "rows": json.dumps(times)}
