"""Pages that ship: written like an editor's, published, and never where a draft of an editor waits."""

from abc import abstractmethod

from django.db.models import Model
from wagtail.models import Page

from directory.importing.write.pages import publish_new
from directory.seeds.table import SeedTable, Values


class PageSeeds(SeedTable):
    """Pages that ship below one parent, such as the text pages of a site."""

    @abstractmethod
    def parent(self) -> Page:
        """The page below which a new one is put, as it stands in the database now."""

    def values_of(self, row: Model) -> Values:
        changed = row.has_unpublished_changes or not row.live
        return super().values_of(row) | ({"draft": True} if changed else {})

    def write(self, row: Model, values: Values) -> None:
        for field in self.fields:
            setattr(row, field, values[field])
        if row.pk is None:
            publish_new(self.parent(), row)
        else:
            row.save_revision().publish()


class SinglePage(PageSeeds):
    """A page of which there is one, whatever an editor calls it. A site does not work without: it is made again."""

    key_field = "slug"
    fields = ("title", "slug")
    needed = True

    def key_of(self, row: Model) -> str:
        return self.name

    def new(self, key: str) -> Model:
        return self.model()
