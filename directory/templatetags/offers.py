"""Small questions that templates ask about what they show."""

from django import template

register = template.Library()


@register.filter
def any_known(facts) -> bool:
    """Whether at least one of the facts has an answer."""
    return any(fact.known for fact in facts)


@register.filter
def steps_once(relaxed):
    """The ways in which a search was loosened, each told once however often it was taken."""
    return list({step.step: step for step in relaxed}.values())
