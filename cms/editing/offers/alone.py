"""What a person may do with the offers of a listing, asked of nobody: no page stands below an offer."""

from collections.abc import Iterable
from functools import partial

from wagtail.models import PagePermissionTester

from directory.models import OfferPage


class AlonePermissions(PagePermissionTester):
    """Wagtail's, but for one thing: it asks the database for the pages below, twice for each row of a listing."""

    def can_delete(self, ignore_bulk=False):  # noqa: FBT002 - as in Wagtail
        of_rights = self.user.is_active and not self.user.is_superuser and self.page.is_leaf()
        if not of_rights or {"change", "publish"} <= self.permissions:
            return super().can_delete(ignore_bulk)
        if "change" in self.permissions:
            return not self.page.live
        is_own = "add" in self.permissions and self.page.owner_id == self.user.pk
        return is_own and ("publish" in self.permissions or not self.page.live)


def know_alone(offers: Iterable[OfferPage]) -> None:
    """Let the rows of a listing answer by themselves. Said to each row: a class that says so is read whole wherever it is listed."""
    for offer in offers:
        setattr(offer, "permissions_for_user", partial(AlonePermissions, page=offer))  # noqa: B010 - a method of one row
