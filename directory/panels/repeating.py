"""Choosing how a meeting repeats in words, without knowing how a rule is written."""

from datetime import date

from django.forms import Select
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from directory.times.rule_words import rule_words

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONDAY = date(2026, 1, 5)


def _choices() -> list[tuple]:
    monthly = [f"FREQ=MONTHLY;BYDAY={nth}{code}" for nth in (1, 2, 3, 4, -1) for code in _CODES]
    return [
        ("", _("does not repeat")),
        ("FREQ=WEEKLY", _("every week on that weekday")),
        ("FREQ=WEEKLY;INTERVAL=2", _("every second week on that weekday")),
        ("FREQ=WEEKLY;INTERVAL=3", _("every third week on that weekday")),
        ("FREQ=WEEKLY;INTERVAL=4", _("every fourth week on that weekday")),
        (_("Every month"), [(rule, rule_words(rule, _MONDAY)) for rule in monthly]),
    ]


class RuleSelect(Select):
    """The usual rules by their words; one that was written in another way stays, as it is written."""

    def __init__(self, attrs=None) -> None:
        super().__init__(attrs, choices=lazy(_choices, list)())

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        known = {str(option["value"]) for _label, options, _index in groups for option in options}
        for told in value:
            if told and told not in known:
                option = self.create_option(
                    name, told, rule_words(told, _MONDAY) or told, selected=True, index=len(groups)
                )
                groups.append((None, [option], len(groups)))
        return groups
