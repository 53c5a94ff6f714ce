"""Which fields and child rows of an offer, a place and an organisation a row holds; both directions ask here."""

from collections.abc import Iterable

from django.db.models import Field, Model
from wagtail.models import Page

from directory.models import OfferPage, OrganisationPage, Place

#: The fields of a page itself that go with it; the others are the installation's.
_OF_PAGES = {"title", "slug", "seo_title", "search_description", "expire_at"}
_LEFT_OUT = {field.name for field in Page._meta.concrete_fields} - _OF_PAGES | {
    "page_ptr",
    "offerpage_ptr",
    "external_id",
    "imported",
    # A host has consented to one installation.
    "host_picture_alt",
    "host_picture_until",
    # A number of a description of this installation.
    "description_edition",
}
#: The child rows that are plain values; those that name a term or another offer are written apart.
PLAIN_ROWS = ("opening_hours", "closures", "sessions", "first_visit_steps", "performers")
_OF_ROWS = {"id", "offer", "sort_order"}


def offer_fields(model: type[OfferPage]) -> dict[str, Field]:
    """The plain fields of a kind by name."""
    return _plain(model, _LEFT_OUT)


def row_fields(relation: str) -> dict[str, Field]:
    """The fields of a child row by name."""
    return _plain(OfferPage._meta.get_field(relation).related_model, _OF_ROWS)


def place_fields() -> dict[str, Field]:
    """The fields of a place by name."""
    return _plain(Place, {"id", "slug"})


def organisation_fields() -> dict[str, Field]:
    """The fields of an organisation by name."""
    return _plain(OrganisationPage, _LEFT_OUT | {"title", "slug", "expire_at"})


def _plain(model: type[Model], left_out: Iterable[str]) -> dict[str, Field]:
    return {
        field.name: field
        for field in model._meta.concrete_fields
        if field.name not in left_out and not field.is_relation
    }


def values(row: Model, fields: dict[str, Field]) -> dict:
    """The values of a row, as they are written to a file."""
    return {name: field.value_from_object(row) for name, field in fields.items()}


def lasting_id(page: Page, external_id: str | None) -> str:
    """What an offer is known by in every installation: its id in the source, or the one that Wagtail gave it once."""
    return external_id or str(page.translation_key)


def authority_rows(page: OfferPage | OrganisationPage) -> list[dict]:
    """Who is responsible and when, each authority by its lasting name."""
    days = row_fields("authorities")
    return [{"authority": row.authority.slug, **values(row, days)} for row in page.authorities.all()]
