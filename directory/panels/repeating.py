"""Choosing how a meeting repeats in words, without knowing how a rule is written."""

from django.forms import CheckboxSelectMultiple, MultiWidget, Select
from django.utils.dates import WEEKDAYS
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.times.rule import CODES, MONTHLY, joined, parted


def _choices() -> list[tuple[str, str]]:
    return [
        ("", _("does not repeat")),
        ("FREQ=WEEKLY", _("every week")),
        ("FREQ=WEEKLY;INTERVAL=2", _("every second week from the first day")),
        ("FREQ=WEEKLY;INTERVAL=3", _("every third week")),
        ("FREQ=WEEKLY;INTERVAL=4", _("every fourth week")),
        (f"{MONTHLY}1", _("the first in the month")),
        (f"{MONTHLY}2", _("the second in the month")),
        (f"{MONTHLY}3", _("the third in the month")),
        (f"{MONTHLY}4", _("the fourth in the month")),
        (f"{MONTHLY}-1", _("the last in the month")),
    ]


def _days() -> list[tuple[str, str]]:
    return [(code, capfirst(str(WEEKDAYS[number]))) for number, code in enumerate(CODES)]


class HowOften(Select):
    """The usual rhythms by their words; a rule that was written in another way stays, as it is written."""

    def __init__(self) -> None:
        super().__init__(choices=lazy(_choices, list)())

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        known = {str(option["value"]) for _label, options, _index in groups for option in options}
        for told in value:
            if told and told not in known:
                groups.append(
                    (None, [self.create_option(name, told, told, selected=True, index=len(groups))], len(groups))
                )
        return groups


class RuleBuilder(MultiWidget):
    """How often, and on which days of the week; with none of them it is that of the first meeting."""

    def __init__(self, attrs=None) -> None:
        days = CheckboxSelectMultiple(
            choices=lazy(_days, list)(), attrs={"class": "rule-days", "aria-label": gettext_lazy("on these days")}
        )
        super().__init__({"": HowOften(), "days": days}, attrs)

    def decompress(self, value):
        return list(parted(value)) if value else ["", []]

    def value_from_datadict(self, data, files, name):
        how_often, days = super().value_from_datadict(data, files, name)
        return joined(how_often or "", days or [])
