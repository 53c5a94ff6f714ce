"""Where a name stands: every text of every table is looked at, so that none can be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import CharField, Field, FileField, JSONField, Model, TextField
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision

from cms.forgetting.words import holds
from directory.models import Feedback, SearchCount, SearchTerm

#: What is taken out by itself: nobody reads it, and nothing is lost with it.
KEPT_BEHIND: tuple[type[Model], ...] = (Feedback, SearchTerm, SearchCount, PageLogEntry, ModelLogEntry)
#: What holds no words of people, or only those of other tables.
_LEFT_OUT = {Session, ReferenceIndex, Revision}
_LEFT_OUT_APPS = {"contenttypes", "wagtailsearch", "modelsearch"}
_READ_AT_ONCE = 500


@dataclass(frozen=True)
class Find:
    """A row in which the name stands, and in which of its fields."""

    row: Model
    fields: tuple[str, ...]

    def line(self) -> str:
        """The place, without the name."""
        label = self.row._meta.verbose_name
        return f"{label} {self.row.pk}: {', '.join(self.fields)}"


def rows_that_hold(name: str) -> Iterator[Find]:
    """Every row that holds a folded name, revisions left out."""
    for model in apps.get_models():
        if model in _LEFT_OUT or model._meta.app_label in _LEFT_OUT_APPS or not model._meta.managed:
            continue
        fields = [field for field in model._meta.local_concrete_fields if _is_text(field)]
        if not fields:
            continue
        for row in model._base_manager.order_by("pk").iterator(chunk_size=_READ_AT_ONCE):
            found = tuple(field.name for field in fields if holds(_plain(field, row), name))
            if found:
                yield Find(row, found)


def revisions(name: str) -> Iterator[Revision]:
    """Every revision that holds a folded name."""
    for revision in Revision.objects.order_by("pk").iterator(chunk_size=_READ_AT_ONCE):
        if holds([revision.content, revision.object_str], name):
            yield revision


def _is_text(field: Field) -> bool:
    return isinstance(field, CharField | TextField | JSONField | FileField)


def _plain(field: Field, row: Model) -> object:
    # A stream of blocks is read as it is stored.
    value = field.value_from_object(row)
    return value if isinstance(value, str | dict | list | tuple) else field.value_to_string(row) if value else ""
