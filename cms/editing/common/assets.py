"""The admin's own style sheet and scripts."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join

#: One behaviour of the forms in each.
_SCRIPTS = ("counter", "hours", "lead", "times")


def style() -> str:
    """The link to the style sheet, on every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin/admin.css"))


def script() -> str:
    """The scripts of the forms."""
    files = ((static(f"cms/admin/{name}.js"),) for name in _SCRIPTS)
    return format_html_join("", '<script src="{}" defer></script>', files)
