"""Takes a municipality out of the installation: all that is its own goes, what others use becomes the whole's."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, Revision, Workflow, WorkflowPage

from cms.municipalities.area import Area
from directory.models import (
    Feedback,
    LandingText,
    MunicipalityPage,
    OfferPage,
    Place,
    SearchCount,
    StartCard,
    SynonymGroup,
)

_OWN_ROWS = (SynonymGroup, LandingText, StartCard)
#: What stands on a front page that nobody looks after any more.
_WORDS = ("lead", "about", "help_phone", "help_hours", "help_email")


def told(area: Area) -> list[str]:
    """What would go, a sentence for each."""
    offers = OfferPage.objects.descendant_of(area.branch)
    return [
        _("Offers: %(count)s.") % {"count": offers.count()},
        _("Sites: %(hosts)s.") % {"hosts": ", ".join(area.sites.values_list("hostname", flat=True)) or "–"},
        _("Accounts that are closed: %(names)s.")
        % {"names": ", ".join(_only_here(area).values_list("username", flat=True)) or "–"},
    ]


@transaction.atomic
def remove(area: Area) -> None:
    """Take it out. Its page in the list of municipalities stays, empty as it began."""
    _only_here(area).update(is_active=False)
    collections = _collections(area)
    for workflow in Workflow.objects.filter(pk__in=_rows(area).values("workflow")):
        _rows(area).delete()
        if not workflow.workflow_pages.exists():
            workflow.deactivate()
    area.sites.delete()
    for child in Page.objects.child_of(area.branch):
        Page.objects.get(pk=child.pk).specific.delete()
    _rows_of_its_own(area)
    _files(collections)
    Group.objects.filter(role__in=area.groups()).delete()
    _empty_page(area)


def _only_here(area: Area):
    """The people who have no rights elsewhere."""
    own = Group.objects.filter(role__in=area.groups())
    elsewhere = Group.objects.exclude(pk__in=own)
    people = get_user_model().objects.filter(groups__in=own, is_superuser=False, is_active=True)
    only = people.exclude(groups__in=elsewhere).values("pk")
    return get_user_model().objects.filter(pk__in=list(only.values_list("pk", flat=True))).order_by("username")


def _rows(area: Area):
    return WorkflowPage.objects.filter(page=area.branch.pk)


def _collections(area: Area) -> list[int]:
    held = Collection.objects.filter(group_permissions__group__role__in=area.groups(), depth__gt=1)
    return list(held.distinct().values_list("pk", flat=True))


def _rows_of_its_own(area: Area) -> None:
    for model in _OWN_ROWS:
        model.objects.filter(municipality=area.municipality).delete()
    houses = Place.objects.filter(municipality=area.municipality)
    houses.filter(offers=None).delete()
    # Others have offers in the house: it belongs to the whole from now on.
    houses.update(municipality=None)
    SearchCount.objects.filter(municipality=area.branch.slug).delete()
    Feedback.objects.filter(page=area.branch.pk).delete()


def _files(collections: list[int]) -> None:
    for key in collections:
        collection = Collection.objects.filter(pk=key).first()
        if collection is None:
            continue
        inside = Collection.objects.descendant_of(collection, inclusive=True)
        for model in (get_image_model(), get_document_model()):
            for row in model.objects.filter(collection__in=inside):
                row.delete()
        collection.delete()


def _empty_page(area: Area) -> None:
    page = MunicipalityPage.objects.get(pk=area.branch.pk)
    for name in _WORDS:
        setattr(page, name, "")
    page.picks = []
    page.save()
    Revision.objects.for_instance(page).delete()
