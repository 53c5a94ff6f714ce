"""The admin's own style sheet and scripts."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join


def style() -> str:
    """The link to the style sheet, on every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin/admin.css"))


def script() -> str:
    """The scripts of the forms."""
    names = ("counter.js", "hours.js", "lead.js", "times.js")
    return format_html_join("", '<script src="{}" defer></script>', ((static(f"cms/admin/{name}"),) for name in names))
