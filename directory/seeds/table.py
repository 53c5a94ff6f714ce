"""A table that ships with rows: how they are known again, read and written."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import Model
from django.utils.text import capfirst

#: A row as plain values that JSON can hold, without its key in the database.
Values = dict[str, Any]


class SeedTable(ABC):
    """Rows of one model that ship with the program. A subclass says which, and what there is to write in them."""

    model: ClassVar[type[Model]]
    #: What records call the table. Lasting.
    name: str
    #: The field that holds a row's lasting key.
    key_field: ClassVar[str]
    #: The fields that ship, besides the key, where a row is nothing but its fields.
    fields: ClassVar[tuple[str, ...]] = ()
    #: No site can do without these rows: one that is missing is written again, whoever deleted it.
    needed: ClassVar[bool] = False
    #: Written only into an empty table before there were records: what is missing in an older installation was deleted.
    once: ClassVar[bool] = False

    @property
    def label(self) -> str:
        """What people call these rows."""
        return capfirst(str(self.model._meta.verbose_name_plural))

    @abstractmethod
    def shipped(self) -> dict[str, Values]:
        """What ships, by key; a row comes after those that it refers to."""

    def rows(self) -> Iterable[Model]:
        """The rows of the installation that may be seeds."""
        return self.model._default_manager.order_by("pk")

    def key_of(self, row: Model) -> str:
        """The key that a row has now; an editor may have given it another."""
        return getattr(row, self.key_field)

    def values_of(self, row: Model) -> Values:
        """What a row says, to be compared with what ships."""
        return {field: getattr(row, field) for field in self.fields}

    def new(self, key: str) -> Model:
        """A row that is not saved yet."""
        return self.model(**{self.key_field: key})

    def write(self, row: Model, values: Values) -> None:
        """Write values into a row and save it. Raises `ValidationError` where they no longer fit what is there."""
        for field in self.fields:
            setattr(row, field, values[field])
        row.save()
