"""Writing a plan into a page, and telling afterwards whether somebody else has changed it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from django.db.models import Field
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published

from directory.answers import Verifier
from directory.importing.clean_text import free_slug
from directory.importing.confines import Confines
from directory.importing.exact.plan import ExactPlace, ExactPlan
from directory.importing.exact.writing import place_of
from directory.importing.map.plan import Plan, digest
from directory.importing.write.places import find_or_make
from directory.importing.write.term_lookup import TermLookup
from directory.models import KINDS, OfferPage, OrganisationPage
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
#: Facts that older versions did not know. Where nobody has told them, a page is as such a version wrote it.
_ADDED = {
    "can_help", "companion_from", "companion_time", "companion_to_doctor", "ground_rules", "host_picture", "host_picture_alt",
    "host_picture_until", "must_introduce", "outreach_area", "outreach_stops", "practise", "shared_meals", "shower_laundry",
    "tasks", "who_comes", "who_decides",
}  # fmt: skip
#: The same of rows: a row that does not tell them is as it was before.
_ADDED_TO_ROWS = {"picture", "picture_alt"}
#: Rows that older versions did not know: a page without any is as such a version wrote it.
_ADDED_ROWS = {"authorities", "performers"}
#: Who stands behind the facts. To confirm a listing is no edit of it: it goes on following its source.
_IGNORED = FORMERLY_IGNORED | {"demonstration", "confidence", "verified_on", "verified_by"}


#: Child rows that name a term or an authority, and how it is found.
_NAMING = {"audiences": TermLookup.audiences, "authorities": TermLookup.authorities}


@dataclass(frozen=True)
class Manner:
    """How plans are written: with which terms, where, and whether new offers are drafts."""

    terms: TermLookup
    confines: Confines
    as_drafts: bool = False


def create(organisation: OrganisationPage, plan: Plan, manner: Manner) -> OfferPage:
    """A new page for a plan: published, unless the plan or whoever asks for it says otherwise."""
    taken = set(organisation.get_children().values_list("slug", flat=True))
    wanted = (isinstance(plan, ExactPlan) and plan.slug) or plan.fields["title"]
    page = KINDS[plan.kind](slug=free_slug(wanted, taken, "tilbud"), external_id=plan.external_id)
    _fill(page, plan, organisation, manner)
    if manner.as_drafts or (isinstance(plan, ExactPlan) and not plan.live):
        page.live = False
        page.imported = mark(page, plan, organisation.pk)
        organisation.add_child(instance=page)
        page.save_revision(changed=False)
        return page
    page.imported = mark(page, plan, organisation.pk)
    publish_new(organisation, page)
    return page


def update(page: OfferPage, organisation: OrganisationPage, plan: Plan, manner: Manner) -> OfferPage:
    """Write a plan into a page that is there, and publish it. What a plan says nothing about stays.

    Where new offers are drafts, a draft stays one: who tells it again has not published it.
    """
    if page.get_parent().pk != organisation.pk:
        page.move(organisation, pos="last-child")
        page = type(page).objects.get(pk=page.pk)
    # What has changed since was not confirmed, unless the source says so.
    page.verified_on, page.verified_by = None, Verifier.NOBODY
    _fill(page, plan, organisation, manner)
    page.live = plan.live if isinstance(plan, ExactPlan) else page.live or not manner.as_drafts
    page.imported = mark(page, plan, organisation.pk)
    if page.live:
        page.save_revision().publish()
    else:
        page.save()
        page.save_revision(changed=False)
    return page


def publish_new(parent: Page, page: Page) -> None:
    """Put a page below another, published, with the first revision and the log that editors expect.

    The same rows as adding a draft and publishing it, in one save instead of three.
    """
    now = timezone.now()
    page.first_published_at = page.last_published_at = now
    parent.add_child(instance=page)
    revision = page.save_revision(changed=False, clean=False)
    page.live_revision = revision
    Page.objects.filter(pk=page.pk).update(live_revision=revision)
    log(instance=page, action="wagtail.publish", revision=revision)
    page_published.send(sender=type(page), instance=page, revision=revision)


def _fill(page: OfferPage, plan: Plan, organisation: OrganisationPage, manner: Manner) -> None:
    for name, value in plan.fields.items():
        setattr(page, name, value)
    if isinstance(plan.place, ExactPlace):
        page.place = place_of(plan.place, page, organisation)
    else:
        page.place = find_or_make(plan.place, organisation, manner.confines)
    page.needs = manner.terms.needs(plan.needs)
    page.languages = manner.terms.languages(plan.languages)
    for name, rows in plan.children.items():
        model = getattr(type(page), name).rel.related_model
        wanted = _NAMING[name](manner.terms, rows) if name in _NAMING else rows
        sortable = _is_sortable(model)
        setattr(page, name, [model(**row, **({"sort_order": n} if sortable else {})) for n, row in enumerate(wanted)])


def _is_sortable(model) -> bool:
    return hasattr(model, "sort_order_field")


def mark(page: OfferPage, plan: Plan, parent_pk: int) -> str:
    """What is kept on the page: fingerprints of the plan and of the content it led to."""
    return f"{plan.digest()}:{content(page, parent_pk)}"


def planned(imported: str) -> str:
    """The plan that the importer last wrote."""
    return imported.partition(":")[0]


def is_edited(page: OfferPage, parent_pk: int) -> bool:
    """Whether the page, or its draft, differs from what the importer last wrote."""
    if not page.imported:
        return True
    written = page.imported.partition(":")[2]
    if page.has_unpublished_changes:
        page = page.get_latest_revision_as_object()
    told = {content(page, parent_pk), _before_it_was_published(page, parent_pk)}
    return written not in told and not _was_written_before(page, parent_pk, written)


def _before_it_was_published(page: OfferPage, parent_pk: int) -> str:
    """What the page held as the draft that it may have come as: to publish it as it is, is no edit."""
    page.live, live = False, page.live
    told = content(page, parent_pk) if live else ""
    page.live = live
    return told


def _was_written_before(page: OfferPage, parent_pk: int, written: str) -> bool:
    """Whether the page is as an older version wrote it.

    To some of them confirming and taking off a notice were edits, and none knew the facts that were added later.
    """
    unknown = {field.name for field in page._meta.concrete_fields if field.name in _ADDED and _is_untold(page, field)}
    # Bath and laundry are old for the kind that always told of them.
    unknown -= {"shower_laundry"} if page.kind == "drop_in_centre" else set()
    told = {content(page, parent_pk, _IGNORED | unknown)}
    for demonstration in {page.demonstration, Demonstration.UNCONFIRMED}:
        page.demonstration, kept = demonstration, page.demonstration
        told |= {content(page, parent_pk, FORMERLY_IGNORED | new) for new in (unknown, set())}
        page.demonstration = kept
    return written in told


def _is_untold(page: OfferPage, field: Field) -> bool:
    return getattr(page, field.attname) == field.get_default()


def content(page: OfferPage, parent_pk: int, ignored: AbstractSet[str] = _IGNORED) -> str:
    """A fingerprint of all that an editor can change on a page. The same before and after saving."""
    seen: dict[str, Any] = {
        field.name: _value(page, field) for field in page._meta.concrete_fields if field.name not in ignored
    }
    seen["parent"] = parent_pk
    for relation in _own(get_all_child_relations(page)):
        rows = getattr(page, relation.get_accessor_name()).all()
        if relation.get_accessor_name() in _ADDED_ROWS and not rows:
            continue
        told = [_row(row, relation.field.name) for row in rows]
        # Where editors cannot choose the order, the database may: two rows of the same hour come either way.
        seen[relation.get_accessor_name()] = told if _is_sortable(relation.related_model) else sorted(told, key=repr)
    for relation in get_all_child_m2m_relations(page):
        seen[relation.name] = sorted(row.pk for row in getattr(page, relation.name).all())
    return digest(seen)


def _own(relations):
    return [relation for relation in relations if relation.related_model._meta.app_label == "directory"]


def _row(row, parent_field: str) -> dict[str, Any]:
    skipped = {"id", "sort_order", parent_field}
    told = [field for field in row._meta.concrete_fields if field.name not in skipped]
    return {
        field.name: _value(row, field)
        for field in told
        if field.name not in _ADDED_TO_ROWS or not _is_untold(row, field)
    }


def _value(row, field) -> str:
    # Choices and times read alike, whether they come from a plan or from the database.
    return str(field.to_python(getattr(row, field.attname)))
