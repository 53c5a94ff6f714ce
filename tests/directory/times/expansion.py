"""When a schedule is open, found slowly and by other means: from the words of the rules alone."""

from calendar import monthrange
from datetime import date, datetime, timedelta

#: Public holidays and the days like them, as almanacs have them; Easter Sundays are written down, not computed.
EASTERS = {2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21), 2031: (4, 13)}


def holidays_of(year):
    easter = date(year, *EASTERS[year])
    fixed = [date(year, month, day) for month, day in ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))]
    return {*fixed, *(easter + timedelta(days=days) for days in (-3, -2, 0, 1, 39, 49, 50))}


def is_open(schedule, moment):
    """Whether anything holds at a moment, which may have begun the day before."""
    return any(start <= moment < end for start, end in _spans(schedule, moment.date()))


def _spans(schedule, day):
    for one in (day - timedelta(days=1), day):
        for opens, closes in _hours(schedule, one):
            start, end = datetime.combine(one, opens), datetime.combine(one, closes)
            if closes.minute == 59:
                end += timedelta(minutes=1)
            yield start, end if end > start else end + timedelta(days=1)


def _hours(schedule, day):
    for meeting in schedule.sessions:
        if meeting.day == day and not meeting.cancelled:
            yield meeting.starts, meeting.ends
    apart = sorted((row for row in schedule.exceptions if row.first_day <= day <= row.last_day), key=_length)
    if apart:
        yield from [(apart[0].opens, apart[0].closes)] if apart[0].opens else []
        return
    told = schedule.on_holidays
    holiday = day in holidays_of(day.year)
    if holiday and told.answer in ("unknown", "closed"):
        return
    if holiday and told.answer == "other":
        yield told.opens, told.closes
        return
    yield from ((row.opens, row.closes) for row in schedule.weekly if _holds(row, day))


def _length(row):
    return row.last_day - row.first_day


def _holds(row, day):
    if day.weekday() != row.weekday:
        return False
    if (row.valid_from and day < row.valid_from) or (row.valid_to and day > row.valid_to):
        return False
    if row.first_month:
        month, months = row.first_month, [row.first_month]
        while month != row.last_month:
            month = month % 12 + 1
            months.append(month)
        if day.month not in months:
            return False
    return _week(row, day)


def _week(row, day):
    same = [
        one
        for one in range(1, monthrange(day.year, day.month)[1] + 1)
        if date(day.year, day.month, one).weekday() == row.weekday
    ]
    nth = same.index(day.day) + 1
    week = int(day.strftime("%V"))
    if row.rhythm == "2weeks":
        one = row.valid_from
        while one.weekday() != row.weekday:
            one += timedelta(days=1)
        # Counted from the week of the first day, whose own weekday may have passed in it.
        if one.strftime("%G%V") != row.valid_from.strftime("%G%V"):
            one += timedelta(days=7)
        while one < day:
            one += timedelta(days=14)
        return one == day
    return {"weekly": True, "even": week % 2 == 0, "odd": week % 2 == 1, "-1": day.day == same[-1]}.get(
        row.rhythm, str(nth) == row.rhythm
    )
