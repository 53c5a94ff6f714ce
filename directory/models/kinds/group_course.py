"""A group course (gruppeforløb): a set of meetings with the same people, from a day to a day."""

from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.answers import answer_field
from directory.models.offer import OfferPage
from directory.panels.needed import WHEN_BEGUN
from directory.times.status import Status


class GroupCoursePage(OfferPage):
    """A course in a group, with sign-up."""

    kind = "group_course"
    page_description = _("A group that meets some times with a beginning and an end, mostly with a sign-up.")
    own_heading = _("The course")
    needed = (WHEN_BEGUN,)
    gathers = True
    search_text = ("facilitator_role",)

    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    signup_deadline = models.DateField(_("last day to sign up"), null=True, blank=True)
    meeting_count = models.PositiveSmallIntegerField(_("number of meetings"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(_("largest group"), null=True, blank=True)
    waiting_list = answer_field(_("a waiting list"))
    join_late = answer_field(_("one can join after the start"))
    facilitator_role = models.CharField(
        _("who leads"), max_length=120, blank=True, help_text=_("A function, not a name.")
    )
    absence = models.CharField(_("if I stay away once"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("group course")
        verbose_name_plural = _("group courses")

    def status_at(self, now: datetime) -> Status:
        """As of any offer, but that a course that is over says so."""
        return Status("ended") if self.has_ended_by(now.date()) else super().status_at(now)

    def has_ended_by(self, today: date) -> bool:
        """Whether it is past its last day, or past its last meeting where no day is told. See `OfferQuerySet.not_ended`."""
        if self.ends_on:
            return self.ends_on < today
        schedule = self.schedule
        return bool(schedule.sessions) and not schedule.weekly and not schedule.meetings.may_come(today)
