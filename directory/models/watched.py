"""What is kept in processes, and so has to say when it changes: one row of a table for each model."""

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.images.models import Image
from wagtail.models import ModelLogEntry, Page, PageLogEntry, PageViewRestriction, ReferenceIndex, Revision, Site
from wagtail.signals import post_page_move

from directory.models.authority import Authority, AuthorityName, ReferralRecipient
from directory.models.branches import HomePage, NationalBranchPage
from directory.models.claim import Claim
from directory.models.description import DescriptionEdition
from directory.models.feedback import Feedback
from directory.models.figure import Figure
from directory.models.find_page import FindOffersPage
from directory.models.generation import Generation
from directory.models.heartbeat import Heartbeat
from directory.models.helpline import Helpline, HelplineHours
from directory.models.index_stamp import IndexStamp
from directory.models.kind_name import KindName
from directory.models.landing import LandingText
from directory.models.mail import MailRecord
from directory.models.merged import FormerId, ToldApart
from directory.models.news_from_outside import NewsFromOutside
from directory.models.offer_stamp import OfferStamp
from directory.models.organisation import OrganisationPage
from directory.models.outbox import Outbox
from directory.models.responsible import OfferAuthority, OfferPerformer, OrganisationAuthority
from directory.models.search_counts import SearchCount, SearchTerm
from directory.models.seed_record import SeedRecord
from directory.models.site_settings import SiteSettings
from directory.models.start_card import StartCard
from directory.models.taxonomy import Language, Need, TargetGroup
from directory.models.text_page import TextPage
from directory.models.vocabulary import CrisisWords, KindWords, ReadingRule, SynonymGroup, WordList

#: A change of a row of one of these, or of a model that extends it, is another generation.
WATCHED: tuple[type[Model], ...] = (
    Authority,
    AuthorityName,
    CrisisWords,
    DescriptionEdition,
    FindOffersPage,
    Helpline,
    HelplineHours,
    HomePage,
    Image,
    KindName,
    KindWords,
    LandingText,
    Language,
    NationalBranchPage,
    Need,
    OfferAuthority,
    OfferPerformer,
    OrganisationAuthority,
    OrganisationPage,
    PageViewRestriction,
    ReadingRule,
    ReferralRecipient,
    Site,
    SiteSettings,
    StartCard,
    SynonymGroup,
    TargetGroup,
    TextPage,
    WordList,
)

#: The same for apps that an operator can do without, whose models are not known here: by label.
WATCHED_LABELS = frozenset(("asking.campaign", "asking.placereply", "hard_days.hardday"))

#: What no page shows, or what says in its own way that it changed. A change of any other row is another generation of pages.
UNSEEN: tuple[type[Model], ...] = (
    Claim,
    Feedback,
    Figure,
    FormerId,
    Generation,
    Heartbeat,
    IndexStamp,
    MailRecord,
    OfferStamp,
    Outbox,
    NewsFromOutside,
    PageLogEntry,
    ModelLogEntry,
    ReferenceIndex,
    Revision,
    SearchCount,
    SearchTerm,
    SeedRecord,
    ToldApart,
)
#: Apps of which no page shows anything: who is logged in, what waits for the worker or an editor, what the admin remembers.
UNSEEN_APPS = frozenset(
    (
        "auth",
        "changesets",
        "contenttypes",
        "django_tasks_database",
        "links",
        "noting",
        "previewing",
        # That a form is shut is seen a minute late, when the page is made again.
        "referrals",
        "reporting",
        "reviewing",
        "sessions",
        "uploading",
        "wagtailadmin",
        "wagtailsearch",
        "wagtailusers",
    )
)
#: Models of apps of which pages show others: what only letters need.
UNSEEN_LABELS = frozenset(("asking.replylink", "asking.campaignletter"))


def is_watched(model: type[Model]) -> bool:
    """Whether a change of the model's rows is another generation."""
    return issubclass(model, WATCHED) or model._meta.label_lower in WATCHED_LABELS


def is_seen(model: type[Model]) -> bool:
    """Whether a page may show the model's rows."""
    # While migrations run, models are what they were, and what is kept here has perhaps no table yet.
    is_of_now = model._meta.apps is apps
    is_unseen = model._meta.app_label in UNSEEN_APPS or model._meta.label_lower in UNSEEN_LABELS
    return is_of_now and not is_unseen and not issubclass(model, UNSEEN)


def _changed(sender, instance, **kwargs) -> None:
    # A page may be saved or moved as what all pages have in common; then its own class is asked.
    model = instance.specific_class if type(instance) is Page else type(instance)
    if model is None or is_watched(model):
        Generation.bump()
    if model is None or is_seen(model):
        Generation.bump_pages()


def connect() -> None:
    """Notice changes. Called once, when the app is ready."""
    for name, signal in (
        ("saved", post_save),
        ("deleted", post_delete),
        ("related", m2m_changed),
        ("moved", post_page_move),
    ):
        signal.connect(_changed, dispatch_uid=f"directory.watched.{name}")
