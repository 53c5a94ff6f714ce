"""Whether each kind of offers has all that a kind needs, asked by `manage.py check`."""

from django.core.checks import CheckMessage, Error, Tags, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.models import get_page_models

from directory.models import KINDS, OfferPage
from directory.offers.blocks import kind_template
from directory.seed_data import seed_data


@register(Tags.models)
def every_kind_is_complete(app_configs=None, **kwargs) -> list[CheckMessage]:
    """Each class of offers stands in the register, and has a template, everyday words and a name of its own."""
    words = {row["slug"] for row in seed_data("kinds.json")}
    classes = [model for model in get_page_models() if issubclass(model, OfferPage) and model is not OfferPage]
    return [
        Error(problem, hint=hint, obj=model, id="vejviser.E010")
        for model in classes
        for problem, hint in _missing(model, words)
    ]


def _missing(model: type[OfferPage], words: set[str]):
    """What a class lacks, each with what to do about it."""
    kind = model.kind
    if KINDS.get(kind) is not model:
        yield (
            f"The kind {kind!r} is not {model.__name__}'s.",
            "Give it a kind of its own and a row in directory/models/kinds.",
        )
        return
    if not _exists(kind_template(kind)):
        yield f"The kind {kind} has no template.", f"Write templates/{kind_template(kind)}; it may be empty."
    if kind not in words:
        yield f"The kind {kind} has no everyday words.", "Give it a row in directory/data/kinds.json."
    if model._meta.verbose_name == OfferPage._meta.verbose_name:
        yield f"The kind {kind} has no name for people.", "Give it verbose_name and verbose_name_plural."


def _exists(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True
