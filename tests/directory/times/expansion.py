"""When a schedule is open, found slowly and by other means: from the words of the rules alone."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from itertools import product

#: Public holidays and the days like them, as almanacs have them; Easter Sundays are written down, not computed.
EASTERS = {2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21), 2031: (4, 13)}


def holidays_of(year):
    easter = date(year, *EASTERS[year])
    fixed = [date(year, month, day) for month, day in ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))]
    return {*fixed, *(easter + timedelta(days=days) for days in (-3, -2, 0, 1, 39, 49, 50))}


def is_open(schedule, moment):
    """Whether anything holds at a moment, which may have begun the day before."""
    return any(start <= moment < end for start, end in _spans(schedule, moment.date()))


#: From when until when a part of a day lasts, in hours from its midnight.
PARTS = {"morning": (5, 12), "afternoon": (12, 17), "evening": (17, 24), "night": (24, 29)}


def times_of_week(schedule, today):
    """What can be asked for of these weeks: of each row of hours its next day decides, of other days and meetings each one."""
    ahead = [today + timedelta(days=number) for number in range(93)]
    found = set()
    for row in schedule.weekly:
        day = next((day for day in ahead[:35] if _holds(row, day)), None)
        if day:
            found |= _in_words(day, _instead(schedule, day, [(row.opens, row.closes)]))
    for day in ahead[:35]:
        apart = _apart(schedule, day)
        if apart and apart.opens:
            found |= _in_words(day, [(apart.opens, apart.closes)])
    for meeting in schedule.sessions:
        if meeting.day in ahead and not meeting.cancelled:
            found |= _in_words(meeting.day, [(meeting.starts, meeting.ends)])
    return found


def _in_words(day, hours):
    found = set()
    for start, end in (_span(day, *pair) for pair in hours):
        found |= {f"day-{day.weekday()}"} | ({"weekend"} if day.weekday() >= 5 else set())
        minutes = range((end - start) // timedelta(minutes=1))
        for moment in (start + timedelta(minutes=number) for number in minutes):
            found |= _parts_at(moment)
    return found


def _parts_at(moment):
    found = set()
    for back, (part, (first, last)) in product((0, 1), PARTS.items()):
        if first <= moment.hour + 24 * back < last:
            found |= {part, f"day-{(moment - timedelta(days=back)).weekday()}-{part}"}
    return found


def _spans(schedule, day):
    for one in (day - timedelta(days=1), day):
        yield from (_span(one, *pair) for pair in _hours(schedule, one))


def _span(day, opens, closes):
    start, end = datetime.combine(day, opens), datetime.combine(day, closes)
    if closes.minute == 59:
        end += timedelta(minutes=1)
    return start, end if end > start else end + timedelta(days=1)


def _hours(schedule, day):
    for meeting in schedule.sessions:
        if meeting.day == day and not meeting.cancelled:
            yield meeting.starts, meeting.ends
    yield from _instead(schedule, day, [(row.opens, row.closes) for row in schedule.weekly if _holds(row, day)])


def _instead(schedule, day, weekly):
    """What holds on a day instead of weekly hours, or these."""
    apart, told = _apart(schedule, day), schedule.on_holidays
    if apart:
        return [(apart.opens, apart.closes)] if apart.opens else []
    holiday = day in holidays_of(day.year)
    if holiday and told.answer in ("unknown", "closed"):
        return []
    return [(told.opens, told.closes)] if holiday and told.answer == "other" else weekly


def _apart(schedule, day):
    found = [row for row in schedule.exceptions if row.first_day <= day <= row.last_day]
    return min(found, key=lambda row: row.last_day - row.first_day, default=None)


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
