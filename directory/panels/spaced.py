"""Check boxes for a field that keeps several values in one line, with spaces between them."""

from django.forms import CheckboxSelectMultiple


class SpacedCheckboxes(CheckboxSelectMultiple):
    """Shows the values by their names, where an editor would have to write them by heart."""

    def format_value(self, value) -> list[str]:
        return value.split() if isinstance(value, str) else super().format_value(value)

    def value_from_datadict(self, data, files, name) -> str:
        return " ".join(super().value_from_datadict(data, files, name) or ())

    def optgroups(self, name, value, attrs=None):
        """The chosen ones stand first, in their order: what comes first may say more than that it is there."""
        last = len(value)
        groups = super().optgroups(name, value, attrs)
        return sorted(groups, key=lambda group: _place(str(group[1][0]["value"]), value, last))


def _place(choice: str, chosen: list[str], last: int) -> int:
    return chosen.index(choice) if choice in chosen else last
