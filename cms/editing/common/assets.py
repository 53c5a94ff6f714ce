"""The admin's own style sheet and script."""

from django.templatetags.static import static
from django.utils.html import format_html


def style() -> str:
    """The link to the style sheet, on every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin/admin.css"))


def script() -> str:
    """The script of the forms."""
    return format_html('<script src="{}"></script>', static("cms/admin/counter.js"))
