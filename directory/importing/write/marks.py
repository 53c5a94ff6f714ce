"""What the importer wrote, kept on a page as a fingerprint: so it can tell afterwards whether somebody else has changed it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from django.db.models import Field, Model, QuerySet
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page

from directory.importing.map.plan import Plan, digest
from directory.models import OfferPage
from directory.models.facts.freshness import Demonstration

#: The fields of Wagtail's own bookkeeping; an edit shows in the others.
_BOOKKEEPING = {field.name for field in Page._meta.concrete_fields} - {
    "title",
    "slug",
    "seo_title",
    "search_description",
    "live",
    "go_live_at",
    "expire_at",
}
#: What no source tells: an editor chooses it, and the rest of the page goes on following its source.
_OF_THE_HOUSE = {"common_description", "description_edition", "listing_rule"}
#: What older versions left out when they looked for an edit.
FORMERLY_IGNORED = _BOOKKEEPING | {"imported", "page_ptr", "offerpage_ptr"} | _OF_THE_HOUSE
#: Who stands behind the facts. To confirm a listing is no edit of it: it goes on following its source.
_IGNORED = FORMERLY_IGNORED | {"demonstration", "confidence", "verified_on", "verified_by"}
#: Older versions told their fingerprints by every field that they knew. What came after each of them, the latest first;
#: nothing has to be added any more, since a field that nobody has told is in no fingerprint now.
ADDED = (
    {"host_picture", "host_picture_alt", "host_picture_until"},
    {
        "can_help", "companion_from", "companion_time", "companion_to_doctor", "ground_rules", "must_introduce",
        "outreach_area", "outreach_stops", "practise", "shared_meals", "shower_laundry", "tasks", "who_comes", "who_decides",
    },
)  # fmt: skip
#: The same of rows.
_ADDED_TO_ROWS = {"picture", "picture_alt"}
#: The relations that those fingerprints name also where there is no row.
_OLD_RELATIONS = {"audiences", "opening_hours", "closures", "sessions", "first_visit_steps", "links"}
#: With this begins a fingerprint of what was told, which later versions make alike.
_TOLD = "t"


def mark(page: OfferPage, plan: Plan, parent_pk: int) -> str:
    """What is kept on the page: fingerprints of the plan and of the content it led to."""
    return f"{plan.digest()}:{content(page, parent_pk)}"


def planned(imported: str) -> str:
    """The plan that the importer last wrote."""
    return imported.partition(":")[0]


def renewed(page: OfferPage, parent_pk: int) -> str:
    """The mark of this version for a page that an older one wrote. What was edited since is so for ever."""
    return f"{planned(page.imported)}:{_TOLD if is_edited(page, parent_pk) else content(page, parent_pk)}"


def is_edited(page: OfferPage, parent_pk: int) -> bool:
    """Whether the page, or its draft, differs from what the importer last wrote."""
    if not page.imported:
        return True
    written = page.imported.partition(":")[2]
    if page.has_unpublished_changes:
        page = page.get_latest_revision_as_object()
    if written in {content(page, parent_pk), _before_it_was_published(page, parent_pk)}:
        return False
    return written.startswith(_TOLD) or written not in _older_contents(page, parent_pk)


def content(page: OfferPage, parent_pk: int) -> str:
    """A fingerprint of all that an editor has told on a page. The same before and after saving, and in later versions."""
    told = {"parent": parent_pk, **_told(page, _IGNORED)}
    for name, rows, ordered in _rows(page):
        values = [_told(row, skipped) for row, skipped in rows]
        told |= {name: values if ordered else sorted(values, key=repr)} if values else {}
    return _TOLD + digest(told | {name: keys for name, keys in _choices(page) if keys})


def of_older_versions(model: type[OfferPage]) -> QuerySet[OfferPage]:
    """The pages of a kind whose mark an older version wrote."""
    return model.objects.exclude(imported="").exclude(imported__contains=f":{_TOLD}")


def told_relations(kind: type[OfferPage]) -> list[str]:
    """The relations that a mark tells of, to be read for many pages of a kind at once."""
    rows = [relation.get_accessor_name() for relation in _own_rows(kind)]
    return rows + [relation.name for relation in get_all_child_m2m_relations(kind)]


def _before_it_was_published(page: OfferPage, parent_pk: int) -> str:
    """What the page held as the draft that it may have come as: to publish it as it is, is no edit."""
    page.live, live = False, page.live
    told = content(page, parent_pk) if live else ""
    page.live = live
    return told


def _told(row: Model, skipped: AbstractSet[str]) -> dict[str, str]:
    fields = (field for field in row._meta.concrete_fields if field.name not in skipped)
    return {field.name: _value(row, field) for field in fields if not _is_untold(row, field)}


def _is_untold(row: Model, field: Field) -> bool:
    # A default that is made each time, such as today, says nothing of what was told.
    made_anew = field.has_default() and callable(field.default)
    return not made_anew and getattr(row, field.attname) == field.get_default()


def _value(row: Model, field: Field) -> str:
    # Choices and times read alike, whether they come from a plan or from the database.
    return str(field.to_python(getattr(row, field.attname)))


def _rows(page: OfferPage) -> Iterator[tuple[str, list[tuple[Model, set[str]]], bool]]:
    """The rows of a page by the name of their relation, what to skip of each, and whether editors choose their order.

    Where they cannot, the database may: two rows of the same hour come either way.
    """
    for relation in _own_rows(type(page)):
        name, skipped = relation.get_accessor_name(), {"id", "sort_order", relation.field.name}
        in_order = hasattr(relation.related_model, "sort_order_field")
        yield name, [(row, skipped) for row in getattr(page, name).all()], in_order


def _own_rows(kind: type[OfferPage]) -> list:
    return [one for one in get_all_child_relations(kind) if one.related_model._meta.app_label == "directory"]


def _choices(page: OfferPage) -> Iterator[tuple[str, list[int]]]:
    for relation in get_all_child_m2m_relations(page):
        yield relation.name, sorted(row.pk for row in getattr(page, relation.name).all())


def _older_contents(page: OfferPage, parent_pk: int) -> set[str]:
    """The fingerprints that older versions would have written on the page as it is.

    To some of them confirming and taking off a notice were edits.
    """
    found: set[str] = set()
    missing: set[str] = set()
    for added in ({}, *ADDED):
        missing |= {
            field.name for field in page._meta.concrete_fields if field.name in added and _is_untold(page, field)
        }
        # Bath and laundry are old for the kind that always told of them.
        missing -= {"shower_laundry"} if page.kind == "drop_in_centre" else set()
        found.add(_content_by_all(page, parent_pk, _IGNORED | missing))
        for demonstration in {page.demonstration, Demonstration.UNCONFIRMED}:
            page.demonstration, kept = demonstration, page.demonstration
            found.add(_content_by_all(page, parent_pk, FORMERLY_IGNORED | missing))
            page.demonstration = kept
    return found


def _content_by_all(page: OfferPage, parent_pk: int, ignored: AbstractSet[str]) -> str:
    """A fingerprint as older versions told it: of every field, whether it says something or not."""
    seen: dict[str, Any] = {
        field.name: _value(page, field) for field in page._meta.concrete_fields if field.name not in ignored
    }
    seen["parent"] = parent_pk
    for name, rows, ordered in _rows(page):
        values = [_all_of_row(row, skipped) for row, skipped in rows]
        if values or name in _OLD_RELATIONS:
            seen[name] = values if ordered else sorted(values, key=repr)
    return digest(seen | dict(_choices(page)))


def _all_of_row(row: Model, skipped: AbstractSet[str]) -> dict[str, str]:
    told = [field for field in row._meta.concrete_fields if field.name not in skipped]
    return {
        field.name: _value(row, field)
        for field in told
        if field.name not in _ADDED_TO_ROWS or not _is_untold(row, field)
    }
