"""Fields that tell Wagtail's reference index whom they name, so that a word's own page can say where it is used."""

from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from modelcluster.fields import ParentalManyToManyField


class _Referring:
    """Many-to-many references. Wagtail itself knows of foreign keys only."""

    def extract_references(self, rows):
        """What Wagtail asks a field for: model, key, and the path to the reference."""
        for row in rows:
            yield self.related_model, str(row.pk), "item", f"item.{row.pk}"

    def deconstruct(self):
        # To the database it is the field that it extends: no migration shall name this class.
        name, _path, args, kwargs = super().deconstruct()
        return name, self.stored_as, args, kwargs


class ReferringManyToManyField(_Referring, models.ManyToManyField):
    """For rows that are edited by themselves."""

    stored_as = "django.db.models.ManyToManyField"


class ReferringParentalManyToManyField(_Referring, ParentalManyToManyField):
    """For pages, which keep drafts."""

    stored_as = "modelcluster.fields.ParentalManyToManyField"


@receiver(m2m_changed)
def _index_again(sender, instance, action, **kwargs):
    """Wagtail indexes a row when it is saved; what it refers to in other tables is written right after that."""
    from wagtail.signal_handlers import update_reference_index_on_save  # noqa: PLC0415 - wants all models to be there

    ours = (field for field in instance._meta.many_to_many if isinstance(field, _Referring))
    if action.startswith("post_") and any(field.remote_field.through is sender for field in ours):
        # What is written about a kind is taken away only when the kind itself is asked.
        update_reference_index_on_save(getattr(instance, "specific", instance))
