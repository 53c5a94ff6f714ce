"""Spots in templates where apps show something of their own."""

from django import template

from directory.sites.spots import shown_in

register = template.Library()


@register.simple_tag(takes_context=True)
def spot(context, name: str, **named) -> str:
    """What apps show in a spot of the page: `{% spot "lead" %}`."""
    request = context.get("request")
    return shown_in(name, request, **named) if request else ""
