"""Small questions that templates ask about what they show."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from directory.sites import address
from directory.sites.here import here
from search import Piece

register = template.Library()


@register.simple_tag(takes_context=True)
def carried(context, url: str) -> str:
    """The address with the visitor's list, where a page carries one."""
    request = context.get("request")
    return here(request).carrying(url) if request else url


@register.simple_tag
def param(name: str) -> str:
    """What the address calls something that is asked: `{% param "text" %}`."""
    return address.param(name)


@register.filter
def any_known(facts) -> bool:
    """Whether at least one of the facts has an answer."""
    return any(fact.known for fact in facts)


@register.filter
def unlocalised(number: float) -> str:
    """A number as scripts read it: with a point, whatever the language of the page."""
    return str(number)


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """A text in pieces, with the marked ones in `<mark>`; each is escaped by itself."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", one.text) if one.marked else one.text,) for one in pieces)
    )
