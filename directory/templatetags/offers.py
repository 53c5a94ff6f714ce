"""Small questions that templates ask about what they show."""

from django import template

register = template.Library()


@register.filter
def any_known(facts) -> bool:
    """Whether at least one of the facts has an answer."""
    return any(fact.known for fact in facts)
