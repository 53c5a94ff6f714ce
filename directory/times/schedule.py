"""When one thing is open or takes place. An offer and a help line each make theirs, a place has those of its offers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from directory.times.doubt import tells_a_season
from directory.times.hours import ExceptionDays, WeeklyHours
from directory.times.meeting import Meeting, Meetings
from directory.times.public_holidays import UNTOLD, HolidayHours, OnHolidays, holiday_name
from directory.times.rhythm import Rhythm
from directory.times.span import Span

#: Days in which the next time by weekly hours is looked for: a year, and a month that a season may begin late.
_LOOK_AHEAD = 400
#: Days in which the next day of weekly hours is looked for that tell what these weeks are like: every nth weekday comes round.
_WEEKS_AHEAD = 35
#: Days in which meetings tell the same: a course is found before it begins.
_MEETINGS_AHEAD = 92
#: What is open without a break for so long is open day and night.
_WITHOUT_A_BREAK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Weekly hours, the days on which others hold, dated meetings, and what is told of public holidays and seasons."""

    weekly: tuple[WeeklyHours, ...] = ()
    exceptions: tuple[ExceptionDays, ...] = ()
    sessions: tuple[Meeting, ...] = ()
    on_holidays: HolidayHours = UNTOLD
    season: str = ""  # in the owner's words

    @property
    def is_told(self) -> bool:
        """Whether anybody has told a time, if only one that has passed or is called off."""
        return bool(self.weekly or self.sessions) or any(not days.closed for days in self.exceptions)

    @property
    def meetings(self) -> Meetings:
        """The dated meetings, series among them."""
        return Meetings(self.sessions)

    def spans_on(self, day: date) -> list[Span]:
        """All spans that surely begin on a day and are not called off, in order."""
        return [span for span in self.listed_on(day) if not span.cancelled]

    def spans_of(self, days: list[date]) -> list[Span]:
        """The spans of many days in a row, each as in `spans_on`, in no order: what is the same of each day is asked once."""
        sure = [row for row in self.weekly if self._is_sure(row)]
        meetings = self.meetings.between(days[0], days[-1]) if self.sessions else ()
        held = [one.span() for one in meetings if not one.cancelled]
        return [span for day in days for span in self._weekly_on(day, sure)] + held

    def listed_on(self, day: date) -> list[Span]:
        """As `spans_on`, with meetings that are called off: who comes in vain should have read it."""
        return sorted([*self._weekly_on(day), *(one.span() for one in self.meetings.between(day, day))])

    def perhaps_on(self, day: date) -> list[Span]:
        """The spans of weekly hours that are told and not sure on a day."""
        if self.exception_on(day):
            return []
        rows = [row for row in self.weekly if row.may_hold_on(day)]
        unsure = rows if self.is_unsure_holiday(day) else [row for row in rows if not self._is_sure(row)]
        return sorted(row.span_on(day) for row in unsure if not self._holiday_spans(day))

    def exception_on(self, day: date) -> ExceptionDays | None:
        """The days apart that a day is among; the shortest says most."""
        if not self.exceptions:
            return None
        found = [days for days in self.exceptions if day in days]
        return min(found, key=lambda days: days.last_day - days.first_day, default=None)

    def is_unsure_holiday(self, day: date) -> bool:
        """Whether it is a public holiday of which nobody has told. What is open day and night is open then too."""
        return not self.on_holidays.is_known and bool(holiday_name(day)) and not self._day_and_night

    def is_closed_on(self, day: date) -> bool:
        """Whether weekly hours are known not to hold on a day."""
        exception = self.exception_on(day)
        if exception:
            return exception.closed
        closed = self.on_holidays.answer == OnHolidays.CLOSED and bool(holiday_name(day))
        return closed and any(row.may_hold_on(day) for row in self.weekly)

    @property
    def is_in_doubt(self) -> bool:
        """Whether some of its weekly hours are told and not sure."""
        return bool(self.unsure)

    @property
    def unsure(self) -> tuple[WeeklyHours, ...]:
        """The weekly hours that are told and not sure."""
        return tuple(row for row in self.weekly if not self._is_sure(row))

    def week(self, first: date) -> list[tuple[date, list[Span]]]:
        """Seven days with their spans."""
        return [(day, self.listed_on(day)) for day in days_from(first, 7)]

    def current(self, now: datetime) -> Span | None:
        """The span that lasts now, with those that follow it without a break; it may have begun yesterday."""
        span = self._covering(now)
        while span and span.end - now < _WITHOUT_A_BREAK and (more := self._covering(span.end)):
            span = replace(span, end=more.end)
        return span

    def is_unbroken(self, span: Span, now: datetime) -> bool:
        """Whether a span that lasts now goes on for so long that it has no end to tell."""
        return span.end - now >= _WITHOUT_A_BREAK

    def following(self, now: datetime) -> Span | None:
        """The next span to begin: by weekly hours within a year, a meeting as far ahead as it likes."""
        later = (span for day in self._days_ahead(now.date()) for span in self.spans_on(day) if span.start > now)
        meeting = self._next_meeting(now)
        return min(filter(None, [next(later, None), meeting]), default=None)

    def of_these_weeks(self, today: date) -> list[Span]:
        """What tells on which weekdays it is open, and when: the next day of each of its hours as it really is, and its meetings.

        Hours that are closed, out of season or in doubt on their next day give nothing, whatever they are later on.
        """
        found = [span for day in self._opened_apart(today) for span in self._weekly_on(day)]
        for row in self.weekly:
            day = self._next_day_of(row, today)
            if day is not None:
                apart = self._apart_on(day)
                found += [row.span_on(day)] * self._is_sure(row) if apart is None else apart
        meetings = self.meetings.between(today, today + _DAY * _MEETINGS_AHEAD) if self.sessions else ()
        return found + [one.span() for one in meetings if not one.cancelled]

    def _next_day_of(self, row: WeeklyHours, today: date) -> date | None:
        first = (row.weekday - today.weekday()) % 7
        days = (today + _DAY * ahead for ahead in range(first, _WEEKS_AHEAD, 7))
        return next((day for day in days if row.may_hold_on(day)), None)

    def _opened_apart(self, today: date) -> list[date]:
        """The days to come on which it is open instead of, or beside, its weekly hours."""
        if all(days.closed for days in self.exceptions):
            return []
        return [day for day in days_from(today, _WEEKS_AHEAD) if (one := self.exception_on(day)) and not one.closed]

    def next_meeting_day(self, today: date) -> date | None:
        """The first day from today on with a meeting that is not called off."""
        return self.meetings.next_day(today)

    def _next_meeting(self, now: datetime) -> Span | None:
        day = self.next_meeting_day(now.date())
        while day:
            span = next((span for span in self.spans_on(day) if span.start > now), None)
            if span:
                return span
            day = self.next_meeting_day(day + _DAY)
        return None

    def _days_ahead(self, today: date) -> Iterator[date]:
        """The days on which something can begin by weekly hours or instead of them."""
        weekdays = {row.weekday for row in self.weekly if self._is_sure(row)}
        ends = [row.valid_to for row in self.weekly]
        last = max([today + timedelta(days=14), *(end for end in ends if end)]) if None not in ends else date.max
        for day in (today + _DAY * ahead for ahead in range(_LOOK_AHEAD)):
            if day > last:
                return
            if day.weekday() in weekdays or self.exception_on(day) or holiday_name(day):
                yield day

    def _covering(self, moment: datetime) -> Span | None:
        """The span that lasts at a moment; of several the one that lasts longest."""
        spans = [span for day in days_from(moment.date() - _DAY, 2) for span in self.spans_on(day) if moment in span]
        return max(spans, key=lambda span: span.end, default=None)

    def _weekly_on(self, day: date, sure: list[WeeklyHours] | None = None) -> list[Span]:
        """What surely holds on a day but for meetings; `sure` are the rows that leave no doubt, where somebody knows."""
        apart = self._apart_on(day)
        if apart is not None:
            return apart
        if sure is None:
            sure = [row for row in self.weekly if self._is_sure(row)]
        return [row.span_on(day) for row in sure if row.may_hold_on(day)]

    def _apart_on(self, day: date) -> list[Span] | None:
        """What surely holds on a day instead of weekly hours; None on a day as any other."""
        exception = self.exception_on(day)
        if exception:
            return exception.spans_on(day)
        if not holiday_name(day):
            return None
        if self.is_closed_on(day) or self.is_unsure_holiday(day):
            return []
        return self._holiday_spans(day) or None

    def _holiday_spans(self, day: date) -> list[Span]:
        told = self.on_holidays
        if told.answer != OnHolidays.OTHER or told.opens is None or not holiday_name(day):
            return []
        return [Span.on(day, told.opens, told.closes)]

    def _is_sure(self, row: WeeklyHours) -> bool:
        in_doubt = tells_a_season(self.season) and not row.has_season
        return not in_doubt and row.are_sure(holidays_known=self.on_holidays.is_known)

    @property
    def _day_and_night(self) -> bool:
        whole = {
            row.weekday
            for row in self.weekly
            if row.rhythm == Rhythm.WEEKLY
            and not row.valid_from
            and not row.valid_to
            and row.span_on(date.min).end - row.span_on(date.min).start == _DAY
            and self._is_sure(row)
        }
        return len(whole) == 7


def days_from(first: date, count: int) -> list[date]:
    """So many days in a row."""
    return [first + timedelta(days=ahead) for ahead in range(count)]
