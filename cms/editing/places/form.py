"""The form of a place: what its address tells is worked out, so that nobody types it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.editing.common.own_form import OwnForm
from cms.editing.places.position import position_of, town_of
from directory.importing.clean_text import free_slug
from directory.models import Place

_ADDRESS = {"street", "postal_code"}
_POSITION = {"lat", "lon"}


class PlaceForm(OwnForm):
    """Gives a new place its address on the site, and a place its town and position, where an editor has not said otherwise."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        code = cleaned.get("postal_code", "")
        if code and not town_of(code):
            self.add_error("postal_code", ValidationError(_("There is no such postal code in Denmark.")))
        if not self.instance.slug:
            self.instance.slug = _free(cleaned.get("name", ""))
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.instance.city:
            self.instance.city = town_of(self.instance.postal_code)
        if self._has_to_be_placed():
            self._place()

    def _has_to_be_placed(self) -> bool:
        """Whether the address says more of where it lies than what stands there: that is kept when an editor wrote it."""
        written = _POSITION & set(self.changed_data)
        moved = _ADDRESS & set(self.changed_data)
        return not written and bool(moved or self.instance.lat is None)

    def _place(self) -> None:
        found = position_of(self.instance.street, self.instance.postal_code)
        if found:
            self.instance.lat, self.instance.lon = found.lat, found.lon
            self.instance.approximate = found.approximate


def _free(name: str) -> str:
    taken = set(Place.objects.values_list("slug", flat=True))
    return free_slug(name, taken, "sted")
