"""Jinja2, for the components that stand on a page dozens of times: a card, a choice. All other templates are Django's."""

from django.template.defaultfilters import capfirst
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined

from directory.templatetags.offers import marked
from directory.times.in_words import long_date


def environment(**options) -> Environment:
    """What Django makes of its options, with this project's words and filters; a name that nothing fills is an error."""
    made = Environment(  # noqa: S701 - Django's options switch escaping on
        **options | {"undefined": StrictUndefined}, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"]
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)
    made.filters |= {"capfirst": capfirst, "long_date": long_date, "marked": marked}
    return made
