"""The municipality that somebody means: by its name with or without "Kommune", its address, or its code."""

from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from directory.models import MunicipalityPage


def find(name: str) -> MunicipalityPage:
    """The municipality; `ValidationError` with the nearest names where there is none."""
    wanted = _plain(name)
    pages = list(MunicipalityPage.objects.order_by("pk"))
    for page in pages:
        if wanted and wanted in {_plain(page.title), page.slug, page.code}:
            return page
    near = get_close_matches(wanted, [_plain(page.title) for page in pages], cutoff=0.6)
    titles = ", ".join(page.title for page in pages if _plain(page.title) in near)
    if titles:
        raise ValidationError(
            _("There is no municipality “%(name)s”. Near it: %(near)s.") % {"name": name, "near": titles}
        )
    raise ValidationError(_("There is no municipality “%(name)s”.") % {"name": name})


def _plain(name: str) -> str:
    return name.strip().casefold().removesuffix(" kommune").strip()
