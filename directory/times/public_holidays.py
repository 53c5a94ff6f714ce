"""Danish public holidays, and what an offer does on them."""

from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

import holidays
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

#: Days that are no public holidays by law, on which many places are closed: Constitution Day and the last days of the year.
_AS_HOLIDAYS = {(6, 5), (12, 24), (12, 31)}


class OnHolidays(TextChoices):
    """What holds on public holidays; untold, nothing is sure on them."""

    UNKNOWN = "unknown", _("We do not know yet")
    CLOSED = "closed", _("Closed on public holidays")
    AS_USUAL = "usual", _("Open as on other days")
    OTHER = "other", _("Other hours on public holidays")


@dataclass(frozen=True, slots=True)
class HolidayHours:
    """What is told of public holidays, with the hours where they are others."""

    answer: str = OnHolidays.UNKNOWN
    opens: time | None = None
    closes: time | None = None

    @property
    def is_known(self) -> bool:
        """Whether somebody has answered, with hours where they are others."""
        return self.answer != OnHolidays.UNKNOWN and (self.answer != OnHolidays.OTHER or self.opens is not None)


#: For what nobody has answered.
UNTOLD = HolidayHours()
#: For what answers on every day of the year alike.
ALIKE = HolidayHours(OnHolidays.AS_USUAL)


def holiday_name(day: date) -> str:
    """The Danish name of a public holiday, 24 and 31 December among them; empty on any other day."""
    return _of_year(day.year).get(day, "")


@lru_cache(maxsize=64)
def _of_year(year: int) -> dict[date, str]:
    named = holidays.country_holidays("DK", years=year, language="da", categories=("public", "optional"))
    by_law = holidays.country_holidays("DK", years=year, language="da")
    return {day: name for day, name in named.items() if day in by_law or (day.month, day.day) in _AS_HOLIDAYS}
