"""What is kept in processes, and so has to say when it changes: one row of the table for each model."""

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.images.models import Image
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from directory.models.branches import HomePage, NationalBranchPage
from directory.models.find_page import FindOffersPage
from directory.models.generation import Generation
from directory.models.helpline import Helpline, HelplineHours
from directory.models.landing import LandingText
from directory.models.site_settings import SiteSettings
from directory.models.start_card import StartCard
from directory.models.taxonomy import Language, Need, TargetGroup
from directory.models.text_page import TextPage
from directory.models.vocabulary import CrisisWords, KindWords, ReadingRule, SynonymGroup, WordList

#: A change of a row of one of these, or of a model that extends it, is another generation.
WATCHED: tuple[type[Model], ...] = (
    CrisisWords,
    FindOffersPage,
    Helpline,
    HelplineHours,
    HomePage,
    Image,
    KindWords,
    LandingText,
    Language,
    NationalBranchPage,
    Need,
    PageViewRestriction,
    ReadingRule,
    Site,
    SiteSettings,
    StartCard,
    SynonymGroup,
    TargetGroup,
    TextPage,
    WordList,
)


def is_watched(model: type[Model]) -> bool:
    """Whether a change of the model's rows is another generation."""
    return issubclass(model, WATCHED)


def _changed(sender, instance, **kwargs) -> None:
    # A page may be saved or moved as what all pages have in common; then its own class is asked.
    model = instance.specific_class if type(instance) is Page else type(instance)
    if model is None or is_watched(model):
        Generation.bump()


def connect() -> None:
    """Notice changes. Called once, when the app is ready."""
    for name, signal in (
        ("saved", post_save),
        ("deleted", post_delete),
        ("related", m2m_changed),
        ("moved", post_page_move),
    ):
        signal.connect(_changed, dispatch_uid=f"directory.watched.{name}")
