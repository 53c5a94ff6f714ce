"""What an import may touch: everything where an operator runs it, one branch where somebody does it in the admin."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page

from directory.importing.errors import Refused
from directory.models import MunicipalityPage, Place
from directory.models.place import AddressVisibility


@dataclass(frozen=True)
class Confines:
    """The branch that an import stays in, and whether it may change what is published. Without a branch it may go anywhere."""

    branch: Page | None = None
    may_publish: bool = True

    def admit_branch(self, slug: str) -> None:
        """Refuse a row that is for another branch."""
        if self.branch and slug != self.branch.slug:
            raise Refused(
                _("“municipality” is another one than %(branch)s, which the file is imported into.")
                % {"branch": self.branch.title}
            )

    def admit_page(self, path: str) -> None:
        """Refuse a row whose id is that of a page in another branch."""
        if self.branch and not path.startswith(self.branch.path):
            raise Refused(_("Elsewhere there is an offer with this id. Give the row another one."))

    def admit_change(self, *, live: bool) -> None:
        """Refuse to change what is published in the name of somebody who may not publish."""
        if live and not self.may_publish:
            raise Refused(_("The offer is published: somebody who may publish has to import the row."))

    def places(self) -> QuerySet[Place]:
        """The places that offers may be put in: the branch's own, and those of the whole that are no secret."""
        if self.branch is None:
            return Place.objects.all()
        if self.keeper is None:
            return Place.objects.filter(municipality=None)
        open_to_all = Q(municipality=None) & ~Q(visibility=AddressVisibility.SECRET)
        return Place.objects.filter(Q(municipality=self.keeper) | open_to_all)

    def may_fill(self, place: Place) -> bool:
        """Whether what nobody knows of a place yet may be written there."""
        return self.branch is None or place.municipality_id == self.keeper

    @property
    def keeper(self) -> int | None:
        """The municipality whose branch it is; None for that of the whole."""
        return self.branch.pk if self.branch and self.branch.specific_class is MunicipalityPage else None
