"""What the components need beyond Django's own tags: symbols, lines of facts, days as people say them, what the site is."""

from django import template
from django.template import engines
from django.urls import translate_url
from django.utils.translation import gettext as _

from directory.times.in_words import day_word

register = template.Library()
register.filter(day_word)


@register.simple_tag
def component(name: str, *arguments, **named) -> str:
    """A component that is a macro of Jinja2: `components/NAME.jinja` tells what it takes."""
    module = engines["jinja2"].env.get_template(f"components/{name}.jinja").module
    return getattr(module, name)(*arguments, **named)


@register.simple_tag
def icon(name: str) -> str:
    """A symbol of the page's sprites, to stand beside words."""
    return component("icon", name)


@register.simple_block_tag
def fact(content: str, symbol: str) -> str:
    """A line of `<ul class="vv-facts">`: what stands in the block, with a symbol before it."""
    return component("fact", symbol, content)


@register.simple_tag
def offers_of(municipality=None) -> str:
    """What there is here, as a title; of the whole country without a municipality."""
    return _("Offers in %(name)s") % {"name": municipality.title} if municipality else _("Offers")


@register.simple_tag
def about_site(municipality=None) -> str:
    """What the site is, in two sentences that give nothing away."""
    if municipality:
        there = _("Places to be, courses and people who help in %(name)s.") % {"name": municipality.title}
    else:
        there = _("Places to be, courses and people who help.")
    return " ".join([there, _("You can look without telling who you are.")])


@register.simple_tag(takes_context=True)
def this_page_in(context, language: str) -> str:
    """The address of this page in another language, with all that was asked; empty where there is no page to translate."""
    request = context.get("request")
    return translate_url(request.get_full_path(), language) if request else ""
