"""Writing a plan into a page, marked so that an edit of somebody else shows afterwards."""

from dataclasses import dataclass

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published

from directory.answers import Verifier
from directory.importing.clean_text import free_slug
from directory.importing.confines import Confines
from directory.importing.exact.plan import ExactPlace, ExactPlan
from directory.importing.exact.writing import place_of
from directory.importing.map.plan import Plan
from directory.importing.write.marks import mark
from directory.importing.write.places import find_or_make
from directory.importing.write.term_lookup import TermLookup
from directory.models import KINDS, OfferPage, OrganisationPage

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
