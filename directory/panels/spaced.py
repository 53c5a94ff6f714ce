"""Check boxes for a field that keeps several values in one line, with spaces between them."""

from django.forms import CheckboxSelectMultiple


class SpacedCheckboxes(CheckboxSelectMultiple):
    """Shows the values by their names, where an editor would have to write them by heart."""

    def format_value(self, value) -> list[str]:
        return value.split() if isinstance(value, str) else super().format_value(value)

    def value_from_datadict(self, data, files, name) -> str:
        return " ".join(super().value_from_datadict(data, files, name) or ())
