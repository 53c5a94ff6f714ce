"""What the components need beyond Django's own tags: days said as people say them, and this page in another language."""

from django import template
from django.urls import translate_url

from directory.times.in_words import day_word

register = template.Library()
register.filter(day_word)


@register.simple_tag(takes_context=True)
def this_page_in(context, language: str) -> str:
    """The address of this page in another language; empty where there is no page to translate."""
    request = context.get("request")
    return translate_url(request.path, language) if request else ""
