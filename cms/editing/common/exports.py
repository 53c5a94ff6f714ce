"""What is exported from a listing is text: no cell of it is worked out by the program that opens it."""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from directory.telephone import dialled

#: With these a cell begins that spreadsheets take for a formula.
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: str) -> str:
    """A text that stays one in a spreadsheet. A telephone number with its + is no formula, and stays as it is."""
    told = value.lstrip(" ")
    return f"'{value}" if told.startswith(_BEGINS_FORMULA) and dialled(value) is None else value


def escape_formulas() -> None:
    """Let all listings and reports of the admin export so, Wagtail's own among them."""
    formats = SpreadsheetExportMixin.FORMATS
    SpreadsheetExportMixin.custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        str: dict.fromkeys(formats, as_text),
    }
