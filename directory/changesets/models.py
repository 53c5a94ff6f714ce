"""What is kept of changes that are made together: the set, each change in it, and what stood there before."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class SetStage(models.TextChoices):
    """How far a set has come."""

    OPEN = "open", _("Is being put together")
    APPROVED = "approved", _("Approved, and goes live at its time")
    LIVE = "live", _("Live")
    TAKING_BACK = "taking_back", _("Is taken back")


#: The stages in which a set still has to go live: the pages in it are not published alone without a word.
AHEAD = (SetStage.OPEN, SetStage.APPROVED)


class ChangeSet(models.Model):
    """Changes of pages and rows of one branch that go live together."""

    title = models.CharField(_("what for"), max_length=120)
    #: All that is in the set stands in this branch, or belongs to it; the root stands for everything.
    branch = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("municipality"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("begun by")
    )
    made_at = models.DateTimeField(_("begun"), default=timezone.now)
    stage = models.CharField(_("state"), max_length=12, choices=SetStage, default=SetStage.OPEN)
    live_at = models.DateTimeField(_("goes live"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("approved by")
    )
    went_live_at = models.DateTimeField(_("went live"), null=True)
    #: Why it did not go live, or was not taken back; or that it was.
    told = models.TextField(_("what happened last"), blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("changes together")
        verbose_name_plural = _("changes together")

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether things are put in and taken out."""
        return self.stage == SetStage.OPEN


class Change(models.Model):
    """One page or row in a set. Of a page the draft is Wagtail's own; of a row, which has none, it is kept here."""

    change_set = models.ForeignKey(
        ChangeSet, models.CASCADE, related_name="changes", verbose_name=_("changes together")
    )
    #: The model of the row; `Page` for every kind of page.
    model = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    key = models.PositiveBigIntegerField()
    title = models.CharField(_("title"), max_length=255)
    #: Of a page that is also moved: where to.
    moves_to = models.ForeignKey(Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("to"))
    #: The draft of a row; of a page what was approved of its draft.
    content = models.JSONField(_("content"), default=dict)
    #: What everybody saw when it was approved: what differs from it is what the set changes.
    base = models.JSONField(_("content before"), default=dict)
    #: What stood there when the set went live, and what stood there then.
    before = models.JSONField(_("content before"), default=dict)
    after = models.JSONField(_("content after"), default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("change in a set")
        verbose_name_plural = _("changes in a set")
        constraints = [
            models.UniqueConstraint(fields=["change_set", "model", "key"], name="once_in_a_set"),
        ]
        indexes = [models.Index(fields=["model", "key"], name="sets_of_a_thing")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_page(self) -> bool:
        """Whether it is a page, and its draft Wagtail's own."""
        return self.model.model_class() is Page

    def thing(self) -> Model | None:
        """The page or row as everybody sees it, read now; None where it is gone."""
        row = self.model.model_class()._default_manager.filter(pk=self.key).first()
        return row.specific if isinstance(row, Page) else row


def changes_of(thing: Model) -> models.QuerySet[Change]:
    """The changes of a page or row, in whichever set."""
    return Change.objects.filter(model=model_of(thing), key=thing.pk)


def model_of(thing: Model) -> ContentType:
    """By which model a thing is kept in a set."""
    return ContentType.objects.get_for_model(Page if isinstance(thing, Page) else thing)
