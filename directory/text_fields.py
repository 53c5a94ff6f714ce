"""Every text field of every model refuses civil registration numbers: found by walking the fields, so that none is forgotten."""

from collections.abc import Iterable, Iterator

from django.db import models
from wagtail.fields import StreamField

from directory.cpr import validate_no_cpr


def refuse_cpr(all_models: Iterable[type[models.Model]]) -> None:
    """Give each field in which somebody can write a validator of its kind. Called once, when the app is ready.

    Migrations do not hear of it: they are told only what a field was declared with.
    """
    for model in all_models:
        for field in model._meta.local_fields:
            validator = _validator_for(field)
            if validator and validator not in field.validators:
                field.validators.append(validator)


def _validator_for(field: models.Field):
    """What a field's value is looked through by; None where nobody writes, or only chooses."""
    if not field.editable or field.choices:
        return None
    if isinstance(field, StreamField):
        return validate_stream
    if isinstance(field, models.FileField):
        return validate_file_name
    return validate_no_cpr if isinstance(field, models.CharField | models.TextField) else None


def validate_stream(value) -> None:
    """Refuse a number in any text of any block."""
    for text in _texts(value.get_prep_value()):
        validate_no_cpr(text)


def _texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        # A block's own key is made of random digits, and nobody writes it.
        parts = [value["value"]] if value.keys() == {"type", "value", "id"} else value.values()
        for part in parts:
            yield from _texts(part)


def validate_file_name(file) -> None:
    """Refuse a number in the name that a file was uploaded by: it becomes a part of an address."""
    validate_no_cpr(file.name or "")
