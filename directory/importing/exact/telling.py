"""Offers of this installation as exact rows, and their pictures beside them."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.models import Page

from directory.importing.exact import fields as known
from directory.importing.exact.markup import with_lasting_links
from directory.importing.exact.reading import EXACT
from directory.models import KINDS, OfferPage, OrganisationPage, Place
from directory.models.tree import parent_path

#: The host's picture is in no file: the host has consented to this installation alone.
_ROWS = ("needs", "languages", "audiences__target_group", "authorities__authority", "links", *known.PLAIN_ROWS)


class Telling:
    """Writes the offers of a branch as rows, and remembers what whoever runs it has to know."""

    def __init__(self, branch: Page, *, with_addresses: bool = False) -> None:
        self.branch = branch
        self.with_addresses = with_addresses
        self.pictures: dict[str, Path] = {}
        self.notes: list[str] = []

    def rows(self) -> Iterator[dict]:
        """A row for each offer: as visitors see it, or its draft where it was never published."""
        for kind, model in KINDS.items():
            offers = model.objects.descendant_of(self.branch).order_by("path").select_related("place", "picture")
            for offer in offers.prefetch_related(*_ROWS):
                yield self._row(kind, self._version(offer))

    def _version(self, offer: OfferPage) -> OfferPage:
        if offer.has_unpublished_changes and offer.live:
            told = _("%(offer)s has changes that are not published: they are not in the file.")
            self.notes.append(told % {"offer": offer.title})
        if offer.live or not offer.latest_revision_id:
            return offer
        return offer.get_latest_revision_as_object()

    def _row(self, kind: str, offer: OfferPage) -> dict:
        organisation = self._organisations[parent_path(offer)]
        return {
            "id": known.lasting_id(offer, offer.external_id),
            "name": offer.title,
            "kind": kind,
            "municipality": self.branch.slug,
            "organisation": organisation.title,
            "summary": offer.teaser,
            EXACT: {
                "live": offer.live and offer.path not in self._private,
                "fields": self._values(offer, known.offer_fields(type(offer))),
                "needs": sorted(need.slug for need in offer.needs.all()),
                "languages": sorted(language.code for language in offer.languages.all()),
                "audiences": [
                    {"level": row.level, "target_group": row.target_group.slug if row.target_group else ""}
                    for row in offer.audiences.all()
                ],
                "authorities": known.authority_rows(offer),
                **{name: self._children(offer, name) for name in known.PLAIN_ROWS},
                "links": [{"direction": row.direction, "to": self._names[row.to_id]} for row in offer.links.all()],
                "organisation": self._owner(organisation),
                "place": self._place(offer.place),
                "picture": self._picture(offer.picture),
            },
        }

    def _owner(self, organisation: OrganisationPage) -> dict:
        told = {"name": organisation.title, "slug": organisation.slug}
        told |= self._values(organisation, known.organisation_fields())
        return told | {"authorities": known.authority_rows(organisation)}

    @cached_property
    def _organisations(self) -> dict[str, OrganisationPage]:
        rows = OrganisationPage.objects.descendant_of(self.branch).prefetch_related("authorities__authority")
        return {page.path: page for page in rows}

    @cached_property
    def _private(self) -> set[str]:
        """The offers that not everybody may see: elsewhere they begin as drafts."""
        return set(OfferPage.objects.descendant_of(self.branch).private().values_list("path", flat=True))

    @cached_property
    def _names(self) -> dict[int, str]:
        return {page.pk: known.lasting_id(page, page.external_id) for page in OfferPage.objects.all()}

    def _values(self, page: Page, columns) -> dict:
        told = known.values(page, columns)
        for name, column in columns.items():
            if isinstance(column, RichTextField):
                told[name] = with_lasting_links(told[name], self._names.get, _address)
        return told

    def _children(self, offer: OfferPage, relation: str) -> list[dict]:
        columns = known.row_fields(relation)
        rows = getattr(offer, relation).all()
        if relation != "first_visit_steps":
            return [known.values(row, columns) for row in rows]
        return [known.values(row, columns) | {"picture": self._picture(row.picture)} for row in rows]

    def _place(self, place: Place | None) -> dict | None:
        if place is None:
            return None
        if not place.is_public and not self.with_addresses:
            return {"hidden": True, "visibility": place.visibility, "name": _("Address not in the file")}
        told = {"slug": place.slug, **known.values(place, known.place_fields())}
        told["entrance_picture"] = self._picture(place.entrance_picture)
        return told | ({"of_the_whole": True} if place.municipality_id is None else {})

    def _picture(self, picture) -> dict | None:
        if picture is None:
            return None
        file = Path(picture.file.name).name
        try:
            told = {"file": file, "sha1": picture.get_file_hash(), "title": picture.title}
        except OSError:
            self.notes.append(_("The picture %(file)s is gone.") % {"file": file})
            return None
        self.pictures[file] = Path(picture.file.path)
        return told


def _address(kind: str, key: int) -> str:
    """Where a page or a document of this installation stands."""
    if kind == "document":
        document = get_document_model().objects.filter(pk=key).first()
        return document.url if document else ""
    page = Page.objects.filter(pk=key).first()
    return (page and page.full_url) or ""
