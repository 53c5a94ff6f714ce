"""An offer: one thing that a citizen can go to, join or get. What all kinds share; each kind adds its few fields."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.functional import Promise, classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager, PageQuerySet, Workflow, WorkflowPage
from wagtail.search import index

from directory.answers import Level, State
from directory.models.address import DanishAddress
from directory.models.facts import (
    AccessFacts,
    ContactFacts,
    EntitlementFacts,
    FirstVisitFacts,
    FreshnessFacts,
    ParticipationFacts,
    PracticalFacts,
    PrivacyFacts,
    SurroundingsFacts,
    TimeFacts,
    WhoFacts,
)
from directory.models.private_pages import any_page_is_private
from directory.models.references import ReferringParentalManyToManyField
from directory.models.rules import check_authorities, check_offer
from directory.models.shown import Shown
from directory.models.taxonomy import PROFESSIONALS
from directory.panels import offer as panels
from directory.panels.copying import OwnCopyForm
from directory.panels.needed import FOR_ALL, Needed, is_told, untold
from directory.panels.offer_form import OfferForm
from directory.times.public_holidays import HolidayHours
from directory.times.schedule import Schedule
from directory.times.status import Status, status_of


def card_rows() -> list[Prefetch]:
    """The child rows that a card shows, to be read for many offers at once.

    Each is told its queryset, which is then copied for every offer; untold, it would be put together again for each.
    """
    audiences = Prefetch("audiences", _rows("audiences").select_related("target_group"))
    return [audiences, *(Prefetch(name, _rows(name)) for name in ("opening_hours", "closures", "sessions"))]


def _rows(name: str) -> models.QuerySet:
    return OfferPage._meta.get_field(name).related_model.objects.all()


class OfferQuerySet(PageQuerySet):
    """The verbs of reading offers."""

    def shown(self) -> "OfferQuerySet":
        """Offers that everybody may see: published, and in no private branch."""
        return self.live().public()

    def for_professionals(self) -> "OfferQuerySet":
        """Offers for those who help others in their work, and for nobody else."""
        only = _rows("audiences").filter(level=Level.ONLY)
        others = only.exclude(target_group__slug=PROFESSIONALS)
        return self.filter(pk__in=only.exclude(offer__in=others.values("offer")).values("offer"))

    def for_citizens(self) -> "OfferQuerySet":
        """Without those for professionals alone, which citizens never meet among others."""
        return self.exclude(pk__in=OfferPage.objects.for_professionals().values("pk"))

    def not_ended(self) -> "OfferQuerySet":
        """Without courses that are over: past their last day, or, where none is told, past their last meeting."""
        today = timezone.localdate()
        ahead = Q(sessions__day__gte=today) | Q(sessions__instead_of__gte=today) | ~Q(sessions__rule="")
        still_meeting = OfferPage.objects.filter(ahead | Q(opening_hours__isnull=False), sessions__isnull=False)
        met = OfferPage.objects.filter(
            groupcoursepage__ends_on=None, groupcoursepage__isnull=False, sessions__isnull=False
        )
        over = OfferPage.objects.filter(groupcoursepage__ends_on__lt=today)
        return self.exclude(pk__in=over.values("pk")).exclude(
            pk__in=met.exclude(pk__in=still_meeting.values("pk")).values("pk")
        )

    def public(self) -> "OfferQuerySet":
        """Those in no private branch."""
        return super().public() if any_page_is_private() else self.all()

    def for_cards(self) -> "OfferQuerySet":
        """With all that a card in a list shows, in a fixed number of queries."""
        return self.select_related("place").prefetch_related(*card_rows())

    def for_index(self) -> "OfferQuerySet":
        """With all that the search index is told of an offer."""
        return self.for_cards().prefetch_related("needs", "languages")

    def in_order(self, keys) -> list["OfferPage"]:
        """The rows with these keys, in the order given; rows that are gone are left out."""
        rows = self.in_bulk(list(keys))
        return [rows[key] for key in keys if key in rows]


class OfferPage(
    Shown,
    WhoFacts,
    AccessFacts,
    FirstVisitFacts,
    SurroundingsFacts,
    ParticipationFacts,
    PracticalFacts,
    TimeFacts,
    ContactFacts,
    PrivacyFacts,
    EntitlementFacts,
    FreshnessFacts,
    DanishAddress,
    Page,
):
    """An offer of any kind. Created as one of the kinds of `KINDS`, never as this."""

    #: The kind's lasting name, in the index and in addresses; every kind has its own.
    kind = ""
    #: The kind's own fields whose words can be searched for.
    search_text: tuple[str, ...] = ()
    #: What the block is called that only this kind has.
    own_heading: str | Promise = ""
    #: Whether people meet at its times, where other kinds are open in theirs.
    gathers = False
    #: Whether one meets other people there, and not only somebody who helps.
    with_others = True
    #: What this kind has to tell before it is published, beside what every kind has to.
    needed: tuple[Needed, ...] = ()

    external_id = models.CharField(
        _("id in the source"), max_length=160, null=True, blank=True, unique=True, editable=False
    )
    #: What the importer last wrote: when the page differs from it, an editor has been here.
    imported = models.CharField(max_length=64, blank=True, editable=False)
    place = models.ForeignKey(
        "directory.Place", models.PROTECT, null=True, blank=True, related_name="offers", verbose_name=_("place")
    )
    needs = ReferringParentalManyToManyField(
        "directory.Need", blank=True, related_name="offers", verbose_name=_("needs")
    )
    languages = ReferringParentalManyToManyField(
        "directory.Language", blank=True, related_name="offers", verbose_name=_("languages")
    )
    picture = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    picture_alt = models.CharField(
        _("what the picture shows"), max_length=200, blank=True, help_text=_("For people who do not see it.")
    )

    objects = PageManager.from_queryset(OfferQuerySet)()

    base_form_class = OfferForm
    copy_form_class = OwnCopyForm
    template = "directory/offers/page.html"
    is_creatable = False
    #: A copy is another offer: nobody has checked it, and the importer does not know it.
    exclude_fields_in_copy = ["external_id", "imported", "verified_on", "verified_by"]
    parent_page_types = ["directory.OrganisationPage"]
    subpage_types: list[str] = []
    search_fields = [
        *Page.search_fields,
        index.SearchField("teaser"),
        index.SearchField("body"),
        index.FilterField("external_id"),
    ]

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")

    @classproperty
    def edit_handler(cls):  # noqa: N805 - a property of the class
        """The form, with the kind's own fields in the order in which its file names them."""
        own = [field.name for field in cls._meta.local_fields if field.editable and not field.auto_created]
        return panels.edit_handler(*own if cls.kind else ())

    def clean(self) -> None:
        super().clean()
        check_offer(self)
        check_authorities(self)

    @property
    def has_workflow(self) -> bool:
        """Whether somebody has to approve it before it is published."""
        return self.get_workflow() is not None

    def get_workflow(self) -> Workflow | None:
        """That of the nearest page above. Asked in one query, where Wagtail takes four, and a form asks several times."""
        if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
            return None
        rows = WorkflowPage.objects.filter(page__in=self.get_ancestors(inclusive=True), workflow__active=True)
        nearest = rows.select_related("workflow").order_by("-page__depth").first()
        return nearest and nearest.workflow

    def get_template(self, request, *args, **kwargs):
        """One template for all kinds, where Wagtail would look for one named after each."""
        return OfferPage.template

    @classproperty
    def all_needed(cls) -> tuple[Needed, ...]:  # noqa: N805 - a property of the class
        """All that an offer of this kind has to tell before it is published."""
        return FOR_ALL + cls.needed

    @property
    def lacks(self) -> list[Needed]:
        """What it has not told of that."""
        return untold(self.all_needed, lambda field: is_told(self, field))

    @property
    def lacks_in_public(self) -> list[Needed]:
        """What the published page has not told of that; nothing where there is none."""
        row = type(self).objects.filter(pk=self.pk, live=True).first() if self.pk else None
        return row.lacks if row else []

    @property
    def own_lines(self) -> list[str]:
        """What the kind's block lists; most have no such list."""
        return []

    @property
    def kind_name(self):
        """The name of the kind, for people."""
        return self.specific_class._meta.verbose_name

    @property
    def schedule(self) -> Schedule:
        """When it is open or takes place, by its rows as they are now: a preview's in memory, or those in the database."""
        return Schedule(
            weekly=tuple(row.as_value() for row in self.opening_hours.all()),
            exceptions=tuple(row.as_value() for row in self.closures.all()),
            sessions=tuple(row.as_value() for row in self.sessions.all()),
            on_holidays=HolidayHours(self.on_holidays, self.holiday_opens, self.holiday_closes),
            season=self.season,
        )

    def status_at(self, now: datetime) -> Status:
        """What holds for the offer; that it is closed for now wins over its times."""
        if self.state == State.CLOSED:
            return Status("closed", note=self.state_note)
        return status_of(self.schedule, now, self.access, gathers=self.specific_class.gathers)
